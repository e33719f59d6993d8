package io.vestnik.platform.api;

import io.vestnik.platform.api.Refusals.FieldError;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Times as they stand in addresses. */
final class Moments {
    private static final int FIRST_YEAR = 1900;
    private static final int LAST_YEAR = 2999;

    private static final int DAY = "2026-11-22".length();

    private Moments() {}

    /** The moment, ISO 8601 with a zone, from 1900 to 2999; none where nothing is written, and where it is no time, which is added to the errors. */
    static @Nullable Instant read(String pointer, @Nullable String written, List<FieldError> errors) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            OffsetDateTime time = OffsetDateTime.parse(written.strip());
            if (time.getYear() >= FIRST_YEAR && time.getYear() <= LAST_YEAR) {
                return time.toInstant();
            }
        } catch (DateTimeParseException e) {
            // Told below, as what no database keeps.
        }
        errors.add(new FieldError(pointer, "not_a_time", null));
        return null;
    }

    /** The day, such as 2026-11-22; none where nothing is written, and where it is no day, which is added to the errors. */
    static @Nullable LocalDate day(String pointer, @Nullable String written, List<FieldError> errors) {
        if (written == null || written.isBlank()) {
            return null;
        }
        try {
            if (written.length() == DAY) {
                return LocalDate.parse(written);
            }
        } catch (DateTimeParseException e) {
            // Told below, as what is longer or shorter than a day.
        }
        errors.add(new FieldError(pointer, "not_a_day", null));
        return null;
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.api.FilterWire.FilterBody;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.BulkActs;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Of which contacts something is asked: chosen ones, or all that match. Everybody is meant only where that is said. */
@Component
class ChoiceWire {
    private final FilterWire filters;

    ChoiceWire(FilterWire filters) {
        this.filters = filters;
    }

    /** Which contacts are meant. */
    sealed interface Choice {
        /** Chosen ones; 0 stands for what can be no id. */
        record Some(List<Long> ids) implements Choice {}

        record Matching(Meant meant) implements Choice {}
    }

    /** What is meant; where something is wrong, it is added to the errors. */
    Choice read(
            AccountId account,
            @Nullable List<@Nullable String> ids,
            @Nullable FilterBody filter,
            @Nullable Boolean all,
            List<FieldError> errors) {
        int told = (ids == null ? 0 : 1) + (filter == null ? 0 : 1) + (Boolean.TRUE.equals(all) ? 1 : 0);
        if (told != 1) {
            errors.add(new FieldError("", "one_of", "ids, filter or all"));
        }
        if (ids == null) {
            Meant meant = filters.read(account, filter, "/filter", errors);
            if (errors.isEmpty() && filter != null && meant.equals(Meant.ALL)) {
                errors.add(new FieldError("/filter", "empty", null));
            }
            return new Choice.Matching(meant);
        }
        if (ids.isEmpty() || ids.size() > BulkActs.MOST_AT_ONCE) {
            errors.add(new FieldError("/ids", "out_of_range", "1 to " + BulkActs.MOST_AT_ONCE));
        }
        return new Choice.Some(numbers(ids));
    }

    /** The ids that are written; 0 for what can be none. */
    static List<Long> numbers(List<@Nullable String> ids) {
        List<Long> numbers = new ArrayList<>(ids.size());
        for (String id : ids) {
            numbers.add(
                    Ids.read(Objects.requireNonNullElse(id, ""), Long::valueOf).orElse(0L));
        }
        return numbers;
    }

    /** Without what can be no id. */
    static List<Long> sound(List<Long> numbers) {
        return numbers.stream().filter(number -> number != 0).toList();
    }
}

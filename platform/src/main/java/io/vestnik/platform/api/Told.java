package io.vestnik.platform.api;

import io.vestnik.phone.Country;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.ContactCards;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what programs tell of people. */
final class Told {
    private Told() {}

    /** Reads one; {@code at} points to it. What is wrong with its phone is added to the errors. */
    static Optional<ContactCards.Told> of(
            @Nullable String phone,
            @Nullable Map<String, @Nullable String> fields,
            Country home,
            String at,
            List<FieldError> errors) {
        String digits = Phones.digits(Objects.requireNonNullElse(phone, ""), home);
        if (digits.isEmpty()) {
            errors.add(new FieldError(at + "/phone", "bad_recipient", null));
            return Optional.empty();
        }
        Map<String, String> told = new HashMap<>();
        Objects.requireNonNullElse(fields, Map.<String, @Nullable String>of())
                .forEach((key, value) -> told.put(key, Objects.requireNonNullElse(value, "")));
        return Optional.of(new ContactCards.Told(digits, told));
    }

    /** What is wrong with a field. */
    static FieldError error(ContactCards.Fault fault, String at) {
        String key = fault.field().replace("~", "~0").replace("/", "~1"); // RFC 6901 §3
        return new FieldError(at + "/fields/" + key, fault.code(), null);
    }
}

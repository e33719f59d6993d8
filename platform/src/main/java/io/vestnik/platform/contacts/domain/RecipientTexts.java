package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Speech;
import io.vestnik.platform.texts.ValueKind;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** What values of fields are to a text, and how people of the account's country are told them: 1 204,5, 22.11.2026, женский. */
@Component
class RecipientTexts {
    private static final Set<String> RUSSIAN_SPEAKING =
            Set.of("RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "MD", "GE", "UA");
    private static final String COUNTRY = "country";
    private static final LocalDate EXAMPLE_DAY = LocalDate.of(2026, 12, 31);

    private final Accounts accounts;
    private final MessageSource messages;

    RecipientTexts(Accounts accounts, MessageSource messages) {
        this.accounts = accounts;
        this.messages = messages;
    }

    /** How values of an account's fields are said where a text does not tell. */
    Speech speech(AccountId account) {
        Account owner = accounts.get(account);
        Locale locale = Locale.of(RUSSIAN_SPEAKING.contains(owner.country()) ? "ru" : "en", owner.country());
        Map<String, String> words = Stream.of(Sex.MALE.code(), Sex.FEMALE.code(), OwnValues.YES, OwnValues.NO)
                .collect(Collectors.toMap(
                        Function.identity(), code -> messages.getMessage("contacts.said." + code, null, locale)));
        return new Speech(locale, owner.currency(), words);
    }

    /** What the field is to a text. */
    static ValueKind kind(NamedField field) {
        if (field.key().equals(ContactField.NAME.key())) {
            return ValueKind.NAME;
        }
        if (field.key().equals(ContactField.SEX.key())) {
            return ValueKind.SEX;
        }
        if (field.key().equals(COUNTRY)) {
            return ValueKind.COUNTRY;
        }
        return switch (field.kind()) {
            case NUMBER -> ValueKind.NUMBER;
            case DATE -> ValueKind.DATE;
            case YES_NO -> ValueKind.YES_NO;
            case TEXT, CHOICE, MOMENT -> ValueKind.TEXT;
        };
    }

    /** What a value may look like as it is kept; none where the bundle of the page knows better. */
    static Optional<String> example(NamedField field, Speech speech) {
        return switch (kind(field)) {
            case NUMBER -> Optional.of("1204.5");
            case DATE -> Optional.of(EXAMPLE_DAY.toString());
            case YES_NO -> Optional.of(OwnValues.YES);
            case SEX -> Optional.of(Sex.FEMALE.code());
            case COUNTRY -> Optional.of(speech.locale().getCountry());
            case NAME, LINK -> Optional.empty();
            case TEXT ->
                field.kind() == FieldKind.CHOICE
                        ? field.choices().stream().max(Comparator.comparingInt(String::length))
                        : field.own() ? Optional.of("12345") : Optional.empty();
        };
    }
}

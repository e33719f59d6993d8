package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.kernel.AccountId;
import java.math.BigDecimal;
import java.text.NumberFormat;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/** Values as a text says them to people of the account's country: 1 204,5, 22.11.2026, женский and Казахстан. */
@Component
class RecipientTexts {
    private static final Set<String> RUSSIAN_SPEAKING =
            Set.of("RU", "BY", "KZ", "KG", "UZ", "TJ", "TM", "AM", "AZ", "MD", "GE", "UA");
    private static final String SEX = "sex";
    private static final String COUNTRY = "country";
    private static final String NO_COUNTRY = "ZZ";
    private static final LocalDate EXAMPLE_DAY = LocalDate.of(2026, 12, 31);
    private static final int MOST_DECIMALS = 9;

    private final Fields fields;
    private final Accounts accounts;
    private final MessageSource messages;

    RecipientTexts(Fields fields, Accounts accounts, MessageSource messages) {
        this.fields = fields;
        this.accounts = accounts;
        this.messages = messages;
    }

    /** Turns recipients whose values are as they are kept into such whose values are as texts say them. */
    UnaryOperator<Recipient> of(AccountId account) {
        Locale country = country(account);
        Map<String, FieldKind> kinds = fields.all(account).stream()
                .filter(field -> field.kind() != FieldKind.TEXT && field.kind() != FieldKind.CHOICE)
                .collect(Collectors.toMap(NamedField::key, NamedField::kind));
        Map<String, String> countries = new ConcurrentHashMap<>();
        return recipient -> {
            Map<String, String> values = new HashMap<>(recipient.fields());
            values.replaceAll((key, value) -> switch (key) {
                case SEX -> sex(value, country);
                case COUNTRY -> countries.computeIfAbsent(value, it -> country(it, country));
                default -> said(kinds.getOrDefault(key, FieldKind.TEXT), value, country);
            });
            values.values().removeIf(String::isEmpty);
            return new Recipient(recipient.phone(), values);
        };
    }

    /** What a value may look like; none where the bundle of the page knows better. */
    Optional<String> example(AccountId account, NamedField field) {
        Locale country = country(account);
        if (field.key().equals(SEX)) {
            return Optional.of(sex(Sex.FEMALE.code(), country));
        }
        if (field.key().equals(COUNTRY)) {
            return Optional.of(country(country.getCountry(), country));
        }
        return switch (field.kind()) {
            case NUMBER -> Optional.of(said(FieldKind.NUMBER, "1204.5", country));
            case DATE -> Optional.of(said(FieldKind.DATE, EXAMPLE_DAY.toString(), country));
            case YES_NO -> Optional.of(said(FieldKind.YES_NO, OwnValues.YES, country));
            case CHOICE -> field.choices().stream().max(Comparator.comparingInt(String::length));
            case TEXT -> field.own() ? Optional.of("12345") : Optional.empty();
            case MOMENT -> Optional.empty();
        };
    }

    private String said(FieldKind kind, String value, Locale country) {
        return switch (kind) {
            case NUMBER -> number(value, country);
            case DATE -> day(country).format(LocalDate.parse(value));
            case YES_NO -> messages.getMessage("contacts.said." + value, null, country);
            case TEXT, CHOICE, MOMENT -> value;
        };
    }

    private String sex(String code, Locale country) {
        return Sex.read(code)
                .map(sex -> messages.getMessage("contacts.said." + sex.code(), null, country))
                .orElse(code);
    }

    /** The name of a country; empty where there is none, such as of satellite phones. */
    private static String country(String code, Locale country) {
        return code.matches("[A-Z]{2}") && !code.equals(NO_COUNTRY)
                ? Locale.of("", code).getDisplayCountry(country)
                : "";
    }

    private static String number(String value, Locale country) {
        NumberFormat format = NumberFormat.getNumberInstance(country);
        format.setMaximumFractionDigits(MOST_DECIMALS);
        // A space that does not break is in no alphabet of the network: it would make every part half as long.
        return format.format(new BigDecimal(value)).replace('\u00a0', ' ').replace('\u202f', ' ');
    }

    private static DateTimeFormatter day(Locale country) {
        return country.getLanguage().equals("ru")
                ? DateTimeFormatter.ofPattern("dd.MM.yyyy", country)
                : DateTimeFormatter.ofLocalizedDate(FormatStyle.MEDIUM).withLocale(country);
    }

    private Locale country(AccountId account) {
        String country = accounts.get(account).country();
        return Locale.of(RUSSIAN_SPEAKING.contains(country) ? "ru" : "en", country);
    }

    /** Some of these as texts say them. */
    List<Recipient> said(AccountId account, List<Recipient> people) {
        UnaryOperator<Recipient> said = of(account);
        return people.stream().map(said).toList();
    }
}

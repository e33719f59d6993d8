package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.shell.Format;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.TextStyle;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Values of fields as pages show them. */
@Component
class FieldTexts {
    private final Format format;

    FieldTexts(Format format) {
        this.format = format;
    }

    String title(NamedField field) {
        return format.text(field.titleKey());
    }

    /** A contact's value of a field; empty when there is none. */
    String value(NamedField field, Contact contact) {
        return switch (field.source()) {
            case FOUND -> found(field.key(), contact);
            case BUILT_IN, OWN -> value(field, contact.phone(), contact.person().values());
        };
    }

    /** A value as it is kept, as pages show it; empty for none. */
    String kept(NamedField field, @Nullable String kept) {
        if (kept == null || kept.isEmpty()) {
            return "";
        }
        return switch (field.kind()) {
            case NUMBER -> kept.matches("-?\\d+(\\.\\d+)?") ? format.decimal(new BigDecimal(kept)) : kept;
            case DATE -> kept.matches("\\d{4}-\\d{2}-\\d{2}") ? format.day(LocalDate.parse(kept)) : kept;
            case CHOICE ->
                field.key().equals(ContactField.SEX.key()) && field.choices().contains(kept)
                        ? format.text("contacts.sex." + kept)
                        : kept;
            case YES_NO -> field.choices().isEmpty() && kept.matches("yes|no") ? format.text("contacts." + kept) : kept;
            case TEXT, MOMENT -> kept;
        };
    }

    private String value(NamedField field, String phone, Map<String, String> values) {
        return field.key().equals(ContactField.PHONE.key())
                ? format.phone(phone)
                : kept(field, values.get(field.key()));
    }

    private String found(String key, Contact contact) {
        var origin = contact.origin();
        return switch (key) {
            case "country" -> country(origin.country());
            case "operator" -> orEmpty(origin.operator());
            case "region" -> orEmpty(origin.region());
            case "zone" -> zone(origin.zone());
            case "created" -> format.dateTime(contact.createdAt());
            default -> throw new IllegalStateException("Nobody finds " + key);
        };
    }

    static String country(String code) {
        Locale viewer = LocaleContextHolder.getLocale();
        return code.matches("[A-Z]{2}") ? Locale.of("", code).getDisplayCountry(viewer) : "";
    }

    static String zone(ZoneId zone) {
        return zone.getDisplayName(TextStyle.FULL_STANDALONE, LocaleContextHolder.getLocale());
    }

    private static String orEmpty(@Nullable String text) {
        return text == null ? "" : text;
    }
}

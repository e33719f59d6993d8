package io.vestnik.platform.texts;

import java.util.List;
import java.util.Locale;

/** What the values of a field are, as modules keep them, and so the forms in which a text may have them. */
public enum ValueKind {
    /** Words that stand as they are. */
    TEXT(List.of(), List.of()),
    /** A first name; the patronymic beside it is the field {@code patronymic}. */
    NAME(List.of("с отчеством"), List.of("with patronymic")),
    /** A plain decimal such as {@code -1204.5}. */
    NUMBER(List.of("0", "0,00", "деньги"), List.of("0", "0.00", "money")),
    /** A day such as {@code 2026-11-22}. */
    DATE(
            List.of("день месяц", "день месяц год", "дд.мм", "дд.мм.гггг"),
            List.of("day month", "day month year", "dd.mm", "dd.mm.yyyy")),
    /** {@code m} or {@code f}. */
    SEX(List.of(), List.of()),
    /** {@code yes} or {@code no}. */
    YES_NO(List.of(), List.of()),
    /** A country by its two letters (ISO 3166-1); {@code ZZ} is none. */
    COUNTRY(List.of(), List.of()),
    /** An address: it stands as it is, whatever happens to the letters around it. */
    LINK(List.of(), List.of());

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> russian;

    @SuppressWarnings("ImmutableEnumChecker") // of List.of
    private final List<String> english;

    ValueKind(List<String> russian, List<String> english) {
        this.russian = russian;
        this.english = english;
    }

    /** The forms that have a word, as a text in this language writes them; those that are written out are not among them. */
    public List<String> forms(Locale language) {
        return language.getLanguage().equals("ru") ? russian : english;
    }

    /** Whether forms of it are written out, one for each value: {@code male / female / unknown}. */
    public boolean writtenOut() {
        return this == SEX || this == YES_NO;
    }

    /** As codes of faults write it, such as {@code yes_no}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Sheet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A field of an account's own that is to be made of a column of a table; no choice, whose choices no column tells. */
public record NewField(String name, FieldKind kind) {
    /** What such a field may be. */
    public static final List<FieldKind> KINDS =
            List.of(FieldKind.TEXT, FieldKind.NUMBER, FieldKind.DATE, FieldKind.YES_NO);

    private static final String PREFIX = "new_";
    private static final String NO_PLACE_IN_NAMES = "[\\[\\]{}|\\\\=]+";

    public NewField {
        if (!KINDS.contains(kind)) {
            throw new IllegalArgumentException("Not made of a column: " + kind);
        }
    }

    /** What a column is while the field is not there yet: {@code new_} with a kind as it is chosen, and with a place in a list later. */
    public static String placeholder(String of) {
        return PREFIX + of;
    }

    public static boolean isPlaceholder(String key) {
        return key.startsWith(PREFIX);
    }

    /** The kind that was chosen for a column. */
    public static Optional<FieldKind> chosen(String key) {
        return isPlaceholder(key)
                ? FieldKind.ofCode(key.substring(PREFIX.length())).filter(KINDS::contains)
                : Optional.empty();
    }

    /** A name out of the head of a column: what cannot stand in a name goes; empty when that is none. */
    public static String nameOf(String head) {
        String clean =
                CellReader.text(head.replaceAll(NO_PLACE_IN_NAMES, " ")).strip().replaceFirst("^[^\\p{L}\\p{N}]+", "");
        if (clean.isEmpty() || !Character.isLetter(clean.codePointAt(0))) {
            return "";
        }
        return cut(clean, FieldDesk.LONGEST_NAME);
    }

    /** The name with a number behind it, cut where there is no room for both. */
    public static String numbered(String name, int number) {
        String behind = " " + number;
        return cut(name, FieldDesk.LONGEST_NAME - behind.length()) + behind;
    }

    private static String cut(String name, int most) {
        int end = Math.min(name.length(), most);
        if (end > 0 && end < name.length() && Character.isHighSurrogate(name.charAt(end - 1))) {
            end--;
        }
        return name.substring(0, end).strip();
    }

    /** What a column most likely is: the narrowest kind that every filled cell fits; a text where digits would be lost. */
    public static FieldKind likely(List<String> column) {
        List<String> filled = column.stream()
                .map(cell -> CellReader.text(cell).strip())
                .filter(cell -> !cell.isEmpty())
                .toList();
        if (filled.isEmpty()) {
            return FieldKind.TEXT;
        }
        if (filled.stream().allMatch(cell -> OwnValues.yesNo(cell).isPresent())
                && filled.stream().anyMatch(cell -> !Character.isDigit(cell.charAt(0)))) {
            return FieldKind.YES_NO;
        }
        if (filled.stream().allMatch(cell -> CellReader.day(cell).isPresent())) {
            return FieldKind.DATE;
        }
        return filled.stream().allMatch(NewField::isAmount) ? FieldKind.NUMBER : FieldKind.TEXT;
    }

    /** A number that is counted with; 007 and a number of a card are none. */
    private static boolean isAmount(String cell) {
        return cell.length() <= 10
                && !cell.matches("[+]?0\\d.*")
                && OwnValues.number(cell).isPresent();
    }

    /** The sheet with the keys of the fields that were made. */
    static Sheet resolved(Sheet sheet, List<String> made) {
        Map<Integer, String> columns = new HashMap<>(sheet.columns());
        columns.replaceAll(
                (_, key) -> isPlaceholder(key) ? made.get(Integer.parseInt(key.substring(PREFIX.length()))) : key);
        return new Sheet(sheet.number(), sheet.headerRows(), columns);
    }

    /** Why fields cannot be made: the first that cannot. */
    public record Fault(@Nullable String name, FieldDesk.Answer why) {}
}

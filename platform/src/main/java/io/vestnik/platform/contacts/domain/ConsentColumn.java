package io.vestnik.platform.contacts.domain;

import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;

/** What a column of a table may tell of a consent; its key stands among the keys of fields, and is none of them. */
public enum ConsentColumn {
    /** Whether the person agreed at all: who did not has no consent. */
    GIVEN,
    /** When. */
    AT,
    /** By which channel, or channels. */
    CHANNEL,
    /** Where. */
    SOURCE,
    /** To what. */
    WORDING,
    /** What proves it. */
    EVIDENCE;

    /** Such as {@code consent_at}. */
    public String key() {
        return "consent_" + name().toLowerCase(Locale.ROOT);
    }

    public static boolean isOne(String key) {
        for (ConsentColumn column : values()) {
            if (column.key().equals(key)) {
                return true;
            }
        }
        return false;
    }

    /** The columns whose heads say what they are; none without one that tells when, because without it nothing can be noted. */
    static Map<Integer, String> guess(List<String> header, int most) {
        Map<Integer, String> columns = new HashMap<>();
        for (int i = 0; i < Math.min(header.size(), most); i++) {
            String cell = ColumnGuess.plain(header.get(i));
            for (ConsentColumn column : values()) {
                if (column.heads().contains(cell) && !columns.containsValue(column.key())) {
                    columns.put(i, column.key());
                }
            }
        }
        return columns.containsValue(AT.key()) ? columns : Map.of();
    }

    private Set<String> heads() {
        return switch (this) {
            case GIVEN -> Set.of("согласие", "consent", "opt in");
            case AT -> Set.of("дата согласия", "когда согласился", "consent date", "consent at", "opt in date");
            case CHANNEL -> Set.of("канал согласия", "consent channel");
            case SOURCE -> Set.of("источник согласия", "где согласился", "consent source");
            case WORDING -> Set.of("текст согласия", "формулировка согласия", "consent wording", "consent text");
            case EVIDENCE -> Set.of("подтверждение согласия", "consent evidence", "consent proof");
        };
    }
}

package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.web.Measure.Remedy;
import io.vestnik.platform.texts.Texts;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The name of a placeholder that somebody probably meant. */
final class Nearest {
    /** As many letters may be wrong, or else so many are right from the start. */
    private static final int WRONG = 2;

    private static final int RIGHT = 2;

    private Nearest() {}

    /** The text with each unknown name in place of which there is a near one. */
    static List<Remedy> remedies(String text, List<Texts.Fault> faults, List<Texts.Placeholder> known) {
        return faults.stream()
                .filter(fault -> fault.what() == Texts.Fault.What.UNKNOWN_PLACEHOLDER)
                .flatMap(fault -> to(fault.written(), known).stream()
                        .map(name -> new Remedy(
                                "placeholder",
                                text.replace("[" + fault.written(), "[" + name)
                                        .replace("{" + fault.written(), "{" + name),
                                "[" + fault.written() + "] → [" + name + "]",
                                "")))
                .toList();
    }

    /** The nearest of the known names; none where nothing is near. */
    static Optional<String> to(String written, List<Texts.Placeholder> known) {
        String wanted = written.toLowerCase(Locale.ROOT);
        return known.stream()
                .map(Texts.Placeholder::name)
                .filter(name -> near(wanted, name.toLowerCase(Locale.ROOT)))
                .min(Comparator.comparingInt(name -> distance(wanted, name.toLowerCase(Locale.ROOT))));
    }

    private static boolean near(String wanted, String name) {
        int most = Math.min(WRONG, Math.min(wanted.length(), name.length()) - 1);
        return same(wanted, name) >= RIGHT || distance(wanted, name) <= most;
    }

    /** How many letters both begin with. */
    private static int same(String one, String other) {
        return (int) Stream.iterate(0, at -> at < Math.min(one.length(), other.length()), at -> at + 1)
                .takeWhile(at -> one.charAt(at) == other.charAt(at))
                .count();
    }

    /** How many letters are put in, left out or changed, by Levenshtein. */
    private static int distance(String one, String other) {
        int[] row = new int[other.length() + 1];
        for (int j = 0; j <= other.length(); j++) {
            row[j] = j;
        }
        for (int i = 1; i <= one.length(); i++) {
            int corner = row[0];
            row[0] = i;
            for (int j = 1; j <= other.length(); j++) {
                int changed = corner + (one.charAt(i - 1) == other.charAt(j - 1) ? 0 : 1);
                corner = row[j];
                row[j] = Math.min(changed, Math.min(row[j], row[j - 1]) + 1);
            }
        }
        return row[other.length()];
    }
}

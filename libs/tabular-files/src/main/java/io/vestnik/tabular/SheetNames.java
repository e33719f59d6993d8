package io.vestnik.tabular;

import java.util.HashSet;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Names of the sheets of one workbook as Excel allows them, each once. */
final class SheetNames {

    private static final int MAX_NAME = 31;
    private static final Pattern FORBIDDEN = Pattern.compile("[\\[\\]:*?/\\\\\\p{Cntrl}]");

    private final Set<String> taken = new HashSet<>();

    /** Excel compares names without case; a taken one gets a number behind. */
    String free(String name) {
        String clean = FORBIDDEN.matcher(name).replaceAll(" ").strip();
        // An apostrophe at either end would end the quoted name within a reference.
        clean = clean.replaceAll("^'+|'+$", "");
        String base = clean.isEmpty() ? "1" : clean;
        String candidate = base.substring(0, Math.min(base.length(), MAX_NAME));
        for (int number = 2; !taken.add(candidate.toLowerCase(Locale.ROOT)); number++) {
            String tail = " (" + number + ")";
            candidate = base.substring(0, Math.min(base.length(), MAX_NAME - tail.length())) + tail;
        }
        return candidate;
    }
}

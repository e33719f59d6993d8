package io.vestnik.platform.shell.web;

import java.sql.SQLException;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Values from outside that no database keeps: U+0000 in a text, a time or a number beyond all bounds. Nothing was stored then. */
final class Unstorable {
    /** Of the data exceptions of SQL (class 22) those that nothing but a value brings about. */
    private static final Set<String> STATES = Set.of("22003", "22008", "22021", "22P05");

    private static final int DEEPEST = 20;

    private Unstorable() {}

    /** Whether the request failed because of one. */
    static boolean is(Throwable broken) {
        @Nullable Throwable cause = broken;
        for (int depth = 0; cause != null && depth < DEEPEST; depth++) {
            if (cause instanceof SQLException sql && STATES.contains(String.valueOf(sql.getSQLState()))) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}

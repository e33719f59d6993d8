package io.vestnik.platform.reports.domain;

import io.vestnik.platform.statistics.Grouping;

/** What a report tells of. */
public sealed interface Subject {
    /** Each mailing that was sent, and what came of it. */
    record Mailings() implements Subject {}

    /** The general figures of all messages, counted together by something. */
    record Figures(Grouping by) implements Subject {}

    /** The word in forms and bundles. */
    default String code() {
        return switch (this) {
            case Mailings _ -> "mailings";
            case Figures _ -> "figures";
        };
    }

    /** By which right such a report may be seen, and so to whom it is brought. */
    default String right() {
        return switch (this) {
            case Mailings _ -> "campaigns:report";
            case Figures _ -> "statistics:view";
        };
    }
}

package io.vestnik.platform.statistics.web;

/** What a person may do with statistics. */
final class StatisticsRights {
    static final String VIEW = "statistics:view";

    /** Also of accounts that one's own serves. */
    static final String BELOW = "statistics:below";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    /** Single messages show phones and texts. */
    static final String MAY_SEE_MESSAGES = "hasAuthority('messages:view')";

    private StatisticsRights() {}
}

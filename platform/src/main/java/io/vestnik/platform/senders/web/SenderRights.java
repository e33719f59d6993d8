package io.vestnik.platform.senders.web;

/** Who may do what with sender names. */
final class SenderRights {
    static final String VIEW = "senders:view";
    static final String REQUEST = "senders:request";
    /** Of accounts that serve others: to answer for the names below, and to act for an account right below. */
    static final String SERVE = "senders:serve";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_REQUEST = "hasAuthority('" + REQUEST + "')";
    static final String MAY_SERVE = "hasAuthority('" + SERVE + "')";

    private SenderRights() {}
}

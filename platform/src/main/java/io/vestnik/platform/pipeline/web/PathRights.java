package io.vestnik.platform.pipeline.web;

/** What a person may do on these pages. */
final class PathRights {
    static final String VIEW = "messages:view";
    /** Sees phones, texts and what went over the wire whole. */
    static final String FULL = "messages:full";
    /** Also those of the accounts below. */
    static final String BELOW = "messages:below";
    /** How the path of all messages is doing. */
    static final String STATUS = "pipeline:status";
    /** Has everything kept that goes over the wire. */
    static final String TRACE = "pipeline:trace";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_SEE_STATUS = "hasAuthority('" + STATUS + "')";
    static final String MAY_TRACE = "hasAuthority('" + TRACE + "')";

    private PathRights() {}
}

package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.pipeline.Timelines;

/** What a person may do on these pages. */
final class PathRights {
    static final String VIEW = Timelines.VIEW;
    /** Sees phones, texts and what went over the wire whole. */
    static final String FULL = "messages:full";
    /** Also those of the accounts below. */
    static final String BELOW = Timelines.BELOW;
    /** How the path of all messages is doing. */
    static final String STATUS = "pipeline:status";
    /** Has everything kept that goes over the wire. */
    static final String TRACE = "pipeline:trace";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_SEE_STATUS = "hasAuthority('" + STATUS + "')";
    static final String MAY_TRACE = "hasAuthority('" + TRACE + "')";

    private PathRights() {}
}

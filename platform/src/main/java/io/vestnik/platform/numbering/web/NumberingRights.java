package io.vestnik.platform.numbering.web;

/** What a person may do on these pages. */
final class NumberingRights {
    static final String VIEW = "numbering:view";
    /** Loads plans and ported numbers. */
    static final String EDIT = "numbering:edit";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";

    private NumberingRights() {}
}

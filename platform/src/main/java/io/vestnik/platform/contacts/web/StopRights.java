package io.vestnik.platform.contacts.web;

/** What a person may do with the stop-list, and with everything that is known of somebody. */
final class StopRights {
    static final String VIEW = "contacts:stops";
    static final String EDIT = "contacts:stops-edit";
    static final String ERASE = "contacts:erase";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";
    static final String MAY_ERASE = "hasAuthority('" + ERASE + "')";

    private StopRights() {}
}

package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;

/** What a person may do with the stop-list, and with everything that is known of somebody. */
final class StopRights {
    static final String VIEW = "contacts:stops";
    static final String EDIT = "contacts:stops-edit";
    static final String ERASE = "contacts:erase";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";
    /** Both lists are told of: who is a contact, and who is stopped. */
    static final String MAY_EDIT_PEOPLE = ContactsRights.MAY_VIEW + " and " + MAY_EDIT;

    static final String MAY_ERASE = "hasAuthority('" + ERASE + "')";

    private StopRights() {}

    /** What {@link #MAY_EDIT_PEOPLE} asks. */
    static boolean mayEditPeople(Who who) {
        return who.may(ContactsRights.VIEW) && who.may(EDIT);
    }
}

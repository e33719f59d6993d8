package io.vestnik.platform.contacts.web;

/** What a person may do with contacts. */
final class ContactsRights {
    static final String VIEW = "contacts:view";
    static final String EDIT = "contacts:edit";
    static final String LOAD = "contacts:load";
    static final String EXPORT = "contacts:export";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";
    static final String MAY_LOAD = "hasAuthority('" + LOAD + "')";
    static final String MAY_EXPORT = "hasAuthority('" + EXPORT + "')";

    private ContactsRights() {}
}

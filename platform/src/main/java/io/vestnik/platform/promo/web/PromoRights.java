package io.vestnik.platform.promo.web;

/** What a person may do with actions and codes. */
final class PromoRights {
    static final String VIEW = "promo:view";
    static final String EDIT = "promo:edit";
    /** Checking and redeeming: all that a cashier may do. */
    static final String TILL = "promo:till";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";
    static final String MAY_REDEEM = "hasAuthority('" + TILL + "')";

    private PromoRights() {}
}

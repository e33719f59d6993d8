package io.vestnik.platform.plans.web;

/** What a person may do with plans: they are campaigns, and a plan spends money as confirming one does. */
final class PlanRights {
    static final String VIEW = "campaigns:view";
    static final String START = "campaigns:start";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_START = "hasAuthority('" + START + "')";

    private PlanRights() {}
}

package io.vestnik.platform.campaigns.web;

/** What a person may do with campaigns. */
final class CampaignRights {
    static final String VIEW = "campaigns:view";
    static final String EDIT = "campaigns:edit";
    /** Spends money. */
    static final String START = "campaigns:start";
    /** Says above what a campaign needs a second person's yes. */
    static final String RULE = "campaigns:approval-rule";
    /** Sees and takes away who got what. */
    static final String REPORT = "campaigns:report";

    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";
    static final String MAY_EDIT = "hasAuthority('" + EDIT + "')";
    static final String MAY_START = "hasAuthority('" + START + "')";
    static final String MAY_REPORT = "hasAuthority('" + REPORT + "')";

    private CampaignRights() {}
}

package io.vestnik.platform.shell;

import java.util.Locale;

/** A section of the left menu, in its order; it is shown only when a page the viewer may open is registered in it. */
public enum Section {
    HOME,
    CAMPAIGNS,
    CONTACTS,
    AUTOMATION,
    CONVERSATIONS,
    REPORTS,
    SENDERS,
    CLIENTS,
    MODERATION,
    ROUTES,
    TARIFFS,
    MONEY,
    DEVELOPERS,
    BRAND,
    STAFF,
    JOURNAL,
    SYSTEM,
    SETTINGS,
    SUPPORT;

    /** The key of the section's title in the shell's bundle. */
    public String titleKey() {
        return "shell.section." + code();
    }

    /** The name of the section's icon in {@code static/shell/icons.svg}. */
    public String icon() {
        return code();
    }

    private String code() {
        return name().toLowerCase(Locale.ROOT);
    }
}

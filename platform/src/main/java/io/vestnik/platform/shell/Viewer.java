package io.vestnik.platform.shell;

import java.time.ZoneId;

/**
 * Who looks at the page.
 *
 * @param name how the person is called in the user menu; not empty
 * @param accountName the account the person works in
 * @param zone in which times are shown to this person
 */
public record Viewer(String name, String accountName, ZoneId zone) {

    public Viewer {
        if (name.isBlank()) {
            throw new IllegalArgumentException("A viewer needs a name");
        }
    }
}

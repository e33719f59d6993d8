package io.vestnik.platform.shell;

/**
 * A page in the left menu: a module contributes one bean a page.
 *
 * @param titleKey key in the module's bundle
 * @param url path that starts with a slash; the entry is the current one on every page below it; with a query, on the page that is asked so
 * @param right authority that the viewer must hold
 * @param order place within the section, the smaller the higher
 */
public record MenuEntry(Section section, String titleKey, String url, String right, int order) {

    public MenuEntry {
        if (!url.startsWith("/")) {
            throw new IllegalArgumentException("A menu entry needs a path of this server: " + url);
        }
        if (right.isBlank()) {
            throw new IllegalArgumentException("A menu entry needs a right: " + url);
        }
    }
}

package io.vestnik.platform.shell;

/**
 * What an upper module puts into a place that a lower module's page names: htmx pulls the URL when the page is shown.
 *
 * @param place name of the place, such as {@link #HEAD} or {@code contact.tabs}
 * @param titleKey key in the contributing module's bundle, read aloud and shown where the place has titles
 * @param url path that answers with a fragment; {@code {id}} in it is replaced by the id that the page passes
 * @param right authority that the viewer must hold
 * @param order place among the contributions, the smaller the earlier
 */
public record Slot(String place, String titleKey, String url, String right, int order) {

    /** The right part of the top bar: the balance lives there. */
    public static final String HEAD = "shell.head";

    /** Links of the user menu: these URLs are opened, not pulled. */
    public static final String USER = "shell.user";

    /** The results of the search over everything; the URL receives {@code q}. */
    public static final String SEARCH = "shell.search";

    public Slot {
        if (!url.startsWith("/")) {
            throw new IllegalArgumentException("A slot needs a path of this server: " + url);
        }
        if (right.isBlank()) {
            throw new IllegalArgumentException("A slot needs a right: " + place);
        }
    }
}

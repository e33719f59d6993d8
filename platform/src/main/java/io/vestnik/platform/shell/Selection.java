package io.vestnik.platform.shell;

import java.util.List;

/**
 * What a bulk act is about: rows by their ids, or everything that matches the list's search and filters. A handler declares it
 * as a parameter.
 *
 * @param ids the chosen rows, at most 10,000; empty when everything that matches is meant
 * @param matching the search and filters; only with {@code all}
 */
public record Selection(boolean all, List<String> ids, ListQuery matching) {

    static final int MOST_IDS = 10_000;

    public Selection {
        ids = List.copyOf(ids);
        if (ids.size() > MOST_IDS) {
            throw new IllegalArgumentException("Too many rows by id: " + ids.size());
        }
        if (all && !ids.isEmpty()) {
            throw new IllegalArgumentException("Either everything that matches or rows by id");
        }
    }

    /** Nothing was chosen. */
    public boolean none() {
        return !all && ids.isEmpty();
    }
}

package io.vestnik.platform.shell;

import java.util.List;

/**
 * A filter chip of a list: one value of a few.
 *
 * @param name the parameter in the address
 * @param titleKey key in the module's bundle
 * @param options the values to choose from, at most 200
 */
public record Filter(String name, String titleKey, List<Option> options) {

    private static final int MOST_OPTIONS = 200;

    public Filter {
        options = List.copyOf(options);
        if (options.size() > MOST_OPTIONS) {
            throw new IllegalArgumentException("Too many options of the filter " + name + ": " + options.size());
        }
    }
}

package io.vestnik.platform.links.domain;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the links of an account look like, and of the accounts that it serves.
 *
 * @param address what links begin with, as it stands in texts: {@code go.example.com} or {@code https://go.example.com}; empty for the
 *     address of whoever serves the account
 * @param warn whether people are told where they go before they go
 */
public record Domain(String address, boolean warn) {
    /** Nothing of its own. */
    public static final Domain NONE = new Domain("", false);

    /** The longest address: a link is paid for by each recipient's message. */
    public static final int LONGEST = 60;

    private static final Pattern ADDRESS = Pattern.compile(
            "(?:https?://)?((?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\\.)+[a-z][a-z0-9-]{0,61}[a-z0-9])(?::\\d{1,5})?");

    public Domain {
        if (!address.isEmpty() && !isAddress(address)) {
            throw new IllegalArgumentException("Not an address of links: " + address);
        }
    }

    /** Whether links may begin with it: a name with a dot, in small letters, with or without http. */
    public static boolean isAddress(String address) {
        return address.length() <= LONGEST && ADDRESS.matcher(address).matches();
    }

    /** The name of the host; empty where there is no address. */
    public String host() {
        Matcher matcher = ADDRESS.matcher(address);
        return matcher.matches() ? matcher.group(1).toLowerCase(Locale.ROOT) : "";
    }
}

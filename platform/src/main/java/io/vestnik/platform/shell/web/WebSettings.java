package io.vestnik.platform.shell.web;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the server is reached.
 *
 * @param hosts names under which it may be asked for, besides this machine's own and any plain address: the guard against a
 *     foreign page that makes its name point here; {@code *} allows all, and is refused without an address
 * @param address what links in letters begin with, such as {@code https://sms.example.com}; its host is allowed too
 */
@ConfigurationProperties("vestnik.web")
record WebSettings(
        @DefaultValue List<String> hosts, @DefaultValue("") String address) {

    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?");

    private static final Pattern WHOLE_ADDRESS =
            Pattern.compile("https?://([a-zA-Z0-9.-]+|\\[[0-9a-fA-F:]+])(:\\d{1,5})?");

    WebSettings {
        address = address.strip().replaceFirst("/$", "");
        if (!address.isEmpty() && !WHOLE_ADDRESS.matcher(address).matches()) {
            throw new IllegalArgumentException(
                    "vestnik.web.address must be like https://sms.example.com, and is: " + address);
        }
        hosts = hosts.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
        if (hosts.contains("*") && address.isEmpty()) {
            throw new IllegalArgumentException("vestnik.web.hosts=* needs vestnik.web.address: without it nobody knows"
                    + " which name is the server's own, and it could be taken for links");
        }
    }

    boolean allows(String host) {
        return names(host) || hosts.contains("*");
    }

    /** Whether it is one of the names that are settled, or one of this machine, of which nobody needs to be told. */
    boolean names(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || ADDRESS.matcher(name).matches()
                || hosts.contains(name)
                || name.equals(host());
    }

    private String host() {
        return WHOLE_ADDRESS.matcher(address).replaceFirst("$1").toLowerCase(Locale.ROOT);
    }
}

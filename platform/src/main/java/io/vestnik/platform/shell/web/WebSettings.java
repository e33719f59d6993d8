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
 *     foreign page that makes its name point here; {@code *} allows all
 */
@ConfigurationProperties("vestnik.web")
record WebSettings(@DefaultValue List<String> hosts) {

    private static final Pattern ADDRESS =
            Pattern.compile("\\d{1,3}(\\.\\d{1,3}){3}|\\[?[0-9a-fA-F:]*:[0-9a-fA-F:.]*]?");

    WebSettings {
        hosts = hosts.stream().map(it -> it.toLowerCase(Locale.ROOT)).toList();
    }

    boolean allows(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return name.equals("localhost")
                || ADDRESS.matcher(name).matches()
                || hosts.contains(name)
                || hosts.contains("*");
    }
}

package io.vestnik.platform.numbering.domain;

import java.net.URI;
import java.util.List;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where plans of numbers come from by themselves.
 *
 * @param sources addresses of the register's files, fetched once a day; none by default
 * @param ported addresses of tables of ported numbers, of which the last one stands; none by default
 * @param hour of the day from which they are fetched, 0 to 23, in the operator's zone
 */
@ConfigurationProperties("vestnik.numbering")
public record NumberingSettings(
        @DefaultValue List<URI> sources,
        @DefaultValue List<URI> ported,
        @DefaultValue("4") int hour) {
    public NumberingSettings {
        sources = List.copyOf(sources);
        ported = List.copyOf(ported);
        if (hour < 0 || hour > 23) {
            throw new IllegalArgumentException("vestnik.numbering.hour is 0 to 23, not " + hour);
        }
        for (URI source : sources) {
            refuseUnlessWeb(source);
        }
        ported.forEach(NumberingSettings::refuseUnlessWeb);
    }

    private static void refuseUnlessWeb(URI source) {
        if (!List.of("http", "https").contains(source.getScheme()) || source.getHost() == null) {
            throw new IllegalArgumentException("vestnik.numbering wants addresses of web servers, not " + source);
        }
    }
}

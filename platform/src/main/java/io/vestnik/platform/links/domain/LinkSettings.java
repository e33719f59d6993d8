package io.vestnik.platform.links.domain;

import java.time.Duration;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How links are made.
 *
 * @param address what links begin with where an account has no domain of its own, such as {@code https://go.example.com}; the address
 *     of this server when empty
 * @param lifetime for how long a link leads somewhere
 */
@ConfigurationProperties("vestnik.links")
public record LinkSettings(
        @DefaultValue("") String address,
        @DefaultValue("365d") Duration lifetime) {
    public LinkSettings {
        address = address.strip().replaceFirst("/+$", "");
        if (!address.isEmpty() && !Domain.isAddress(address)) {
            throw new IllegalArgumentException(
                    "vestnik.links.address must be like https://go.example.com, and is: " + address);
        }
        if (lifetime.compareTo(Duration.ofDays(1)) < 0) {
            throw new IllegalArgumentException("vestnik.links.lifetime must be a day at least");
        }
    }
}

package io.vestnik.platform.smsc.domain;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Settings of this door.
 *
 * @param throttles whether the same request twice a minute, and more than so many requests at once, are refused as the service does
 */
@ConfigurationProperties("vestnik.smsc")
public record SmscSettings(@DefaultValue("true") boolean throttles) {}

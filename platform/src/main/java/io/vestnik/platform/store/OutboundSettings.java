package io.vestnik.platform.store;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where our own requests may go.
 *
 * @param allowPrivate whether addresses of private networks and of this machine are allowed: for tests and for
 *     installations whose customers are inside
 */
@ConfigurationProperties("vestnik.outbound")
record OutboundSettings(@DefaultValue("false") boolean allowPrivate) {}

package io.vestnik.platform.webhooks;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;

/**
 * An endpoint has failed for a day and is not asked any more; what waits for it is kept for its three days.
 *
 * @param host of its address, without what may be secret
 * @param since when nothing has succeeded
 * @param failure the last one in a word, such as {@code timeout} or {@code HTTP 500}
 */
public record EndpointPaused(AccountId account, long endpoint, String host, Instant since, String failure) {}

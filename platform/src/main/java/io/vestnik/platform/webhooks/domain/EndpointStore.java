package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointPaused;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The rows of endpoints. */
public interface EndpointStore {
    /** Changes with each commit that changed whom to tell and how. */
    long version();

    /** All of them, secrets sealed. */
    List<Sealed> all();

    /** Makes the endpoint that stands for the addresses of an account's messages, unless it is there. */
    void addForMessages(AccountId account, String sealedSecret, Instant at);

    /** Notes failures by endpoint; the first since a success begins a time of failing. */
    void failing(Map<Long, String> failures, Instant at);

    /** These were told again. */
    void recovered(Collection<Long> endpoints);

    /** Ceases to ask endpoints of their own address that have failed since before then; tells which. */
    List<EndpointPaused> pause(Instant failingSinceBefore);

    /** Notes that these know, or need to know again, that the balance is low; tells for which that is new. */
    List<Long> balanceLow(Collection<Long> endpoints, boolean low);

    void state(long endpoint, EndpointState state);

    /** Deletes replaced secrets whose time was over before then, so many at most; how many were deleted. */
    int forgetSecrets(Instant endedBefore, int most);

    /**
     * A row.
     *
     * @param secrets the newest first; not empty
     */
    record Sealed(
            long id,
            AccountId account,
            @Nullable String url,
            EndpointForm form,
            Hears hears,
            int batch,
            int waitMillis,
            EndpointState state,
            List<SealedSecret> secrets,
            boolean balanceLow,
            int version) {}

    /** A secret, sealed, and until when it signs. */
    record SealedSecret(String text, Instant until) {}
}

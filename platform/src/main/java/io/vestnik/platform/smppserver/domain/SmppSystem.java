package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A system id, by which a program of an account binds.
 *
 * @param systemId 3 to 15 characters; never given out twice
 * @param revokedAt since when it is gone for good
 */
public record SmppSystem(
        long id,
        AccountId account,
        String systemId,
        SystemTerms terms,
        boolean active,
        Instant createdAt,
        String createdBy,
        @Nullable Instant revokedAt,
        int version) {

    /** Whether programs may bind by it now. */
    public boolean open() {
        return active && revokedAt == null;
    }

    /** Where facts say that its receipts go. */
    public String callback() {
        return CALLBACK + systemId;
    }

    /** What callbacks to programs begin with. */
    static final String CALLBACK = "smpp:";
}

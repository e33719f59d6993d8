package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import java.time.Instant;
import java.util.Optional;

/** All accounts send by the same terms, those that a test settles, and their hours open when it says. */
public final class SettledRules implements SendingRules {
    private volatile SendingTerms terms = SendingTerms.USUAL;
    private volatile boolean held;
    private volatile boolean closed;
    private volatile Instant opens = Instant.EPOCH;

    public void settle(SendingTerms other) {
        terms = other;
    }

    public void open(Instant at) {
        opens = at;
    }

    /** Whether everything but codes is held. */
    public void hold(boolean all) {
        held = all;
    }

    /** Whether all accounts are closed. */
    public void close(boolean all) {
        closed = all;
    }

    @Override
    public boolean isClosed(AccountId account) {
        return closed;
    }

    @Override
    public SendingTerms of(AccountId account) {
        return terms;
    }

    @Override
    public Optional<Instant> opens(AccountId account) {
        return Optional.of(opens);
    }

    @Override
    public boolean holds(AccountId account, TrafficType type) {
        return held && type != TrafficType.CODE;
    }
}

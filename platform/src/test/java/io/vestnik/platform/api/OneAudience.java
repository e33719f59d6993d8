package io.vestnik.platform.api;

import io.vestnik.platform.campaigns.Audiences;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** One person and one line that is no number, left out. */
final class OneAudience implements Audiences {
    private static final List<LeftOut> ALL =
            List.of(new LeftOut("79161234567", "stopped"), new LeftOut("no number", "bad_number"));

    @Override
    public Optional<JobId> job(AccountId account, CampaignId id) {
        return Optional.of(new JobId(8));
    }

    @Override
    public Set<String> reasons() {
        return Set.of("stopped", "bad_number");
    }

    @Override
    public Slice<LeftOut> leftOut(
            AccountId account, CampaignId id, @Nullable String reason, @Nullable String cursor, int limit) {
        return new Slice<>(
                ALL.stream()
                        .filter(one -> reason == null || one.reason().equals(reason))
                        .toList(),
                null);
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Audiences;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Reads frozen audiences for those who ask by the newest preview. */
@Service
class AudienceBook implements Audiences {
    private static final Map<String, Verdict> REASONS = Arrays.stream(Verdict.values())
            .filter(verdict -> verdict != Verdict.SEND)
            .collect(Collectors.toUnmodifiableMap(Verdict::code, Function.identity()));

    private final CampaignStore campaigns;
    private final PreviewStore previews;
    private final AudienceStore audience;

    AudienceBook(CampaignStore campaigns, PreviewStore previews, AudienceStore audience) {
        this.campaigns = campaigns;
        this.previews = previews;
        this.audience = audience;
    }

    @Override
    public Optional<JobId> job(AccountId account, CampaignId id) {
        return campaigns
                .find(account, id)
                .flatMap(campaign -> previews.find(account, id, campaign.preview()))
                .map(FrozenPreview::job);
    }

    @Override
    public Set<String> reasons() {
        return REASONS.keySet();
    }

    @Override
    public Slice<LeftOut> leftOut(
            AccountId account, CampaignId id, @Nullable String reason, @Nullable String cursor, int limit) {
        Verdict verdict = reason == null ? null : REASONS.get(reason);
        if (reason != null && verdict == null) {
            throw new IllegalArgumentException("Nobody is left out because of " + reason);
        }
        return campaigns
                .find(account, id)
                .map(campaign -> audience.leftOut(
                                account, id, campaign.preview(), AudienceStore.Left.because(verdict), cursor, limit)
                        .map(line -> new LeftOut(line.phone(), line.verdict().code())))
                .orElseGet(() -> new Slice<>(List.of(), null));
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.domain.TrialStore.Text;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts what came of each text of a trial, from the stream of facts. */
@Component
class TrialCounting {
    private final TrialStore trials;

    TrialCounting(TrialStore trials) {
        this.trials = trials;
    }

    void take(List<MessageFact> facts) {
        Set<CampaignId> campaigns = new HashSet<>();
        for (MessageFact fact : facts) {
            if (fact.campaign() != null) {
                campaigns.add(fact.campaign());
            }
        }
        Map<CampaignId, Split> splits = campaigns.isEmpty() ? Map.of() : trials.splits(campaigns);
        if (splits.isEmpty()) {
            return;
        }
        Map<Text, Score> more = new HashMap<>();
        for (MessageFact fact : facts) {
            Split split = fact.campaign() == null ? null : splits.get(fact.campaign());
            int place = split == null ? Split.REST : split.of(fact.recipient());
            if (split != null && place != Split.REST) {
                more.merge(new Text(split.campaign(), place), score(fact), TrialCounting::sum);
            }
        }
        if (!more.isEmpty()) {
            trials.add(more);
        }
    }

    private static Score score(MessageFact fact) {
        if (fact.mark() != null) {
            return new Score(0, 0, fact.mark() == MessageMark.CLICKED ? 1 : 0);
        }
        return new Score(fact.from() == null ? 1 : 0, arrived(fact.to()) - arrived(fact.from()), 0);
    }

    private static int arrived(@Nullable MessageState state) {
        return state == MessageState.DELIVERED || state == MessageState.READ ? 1 : 0;
    }

    private static Score sum(Score a, Score b) {
        return new Score(a.messages() + b.messages(), a.delivered() + b.delivered(), a.clicked() + b.clicked());
    }
}

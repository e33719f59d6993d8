package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.CampaignId;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.springframework.stereotype.Component;

/** Tells whoever looks at a campaign on this node that its counts have moved. */
@Component
public class Pulse {
    private final Map<CampaignId, Set<Runnable>> watchers = new ConcurrentHashMap<>();

    /** Calls after each movement, from the thread that counted: the callback must only take a note. */
    public void watch(CampaignId campaign, Runnable moved) {
        watchers.compute(campaign, (_, there) -> {
            Set<Runnable> all = there == null ? ConcurrentHashMap.newKeySet() : there;
            all.add(moved);
            return all;
        });
    }

    public void unwatch(CampaignId campaign, Runnable moved) {
        watchers.computeIfPresent(campaign, (_, all) -> {
            all.remove(moved);
            return all.isEmpty() ? null : all;
        });
    }

    void beat(CampaignId campaign) {
        watchers.getOrDefault(campaign, Set.of()).forEach(Runnable::run);
    }
}

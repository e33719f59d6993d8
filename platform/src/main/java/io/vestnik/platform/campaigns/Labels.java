package io.vestnik.platform.campaigns;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** By what people know campaigns, for whoever counts them. */
public interface Labels {
    /** The labels of those that are of this account; others are left out. */
    Map<CampaignId, Label> labels(AccountId account, Collection<CampaignId> campaigns);

    /**
     * What is written on a campaign.
     *
     * @param name as people wrote it; may be empty
     * @param author who began it; none for a program
     */
    record Label(
            CampaignId id,
            String name,
            List<String> tags,
            @Nullable UserId author) {
        public Label {
            tags = List.copyOf(tags);
        }
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import java.util.List;
import org.springframework.stereotype.Component;

/** Links in texts: marks while a campaign is counted and priced, codes when it goes into the queue. */
@Component
public class Linking {
    private final Links links;

    Linking(Links links) {
        this.links = links;
    }

    /** The texts of a draft with marks in place of their links; each link has the place that it has among those of all. */
    List<String> marked(AccountId account, Draft draft) {
        String marked = mark(account, draft).text();
        return draft.trial() == null ? List.of(marked) : Wording.apart(marked);
    }

    /** Another text with marks in place of its links, as this draft wants them. */
    public String marked(AccountId account, Draft draft, String text) {
        return links.mark(account, text, draft.manner().shortLinks()).text();
    }

    private Links.Marked mark(AccountId account, Draft draft) {
        return links.mark(
                account, Wording.together(draft.texts()), draft.manner().shortLinks());
    }

    /** Why its links cannot be sent. */
    List<Fault> faults(AccountId account, Draft draft) {
        return mark(account, draft).faults().stream()
                .map(fault -> new Fault("text", fault.code(), fault.detail()))
                .toList();
    }

    /** Writes the texts of a chunk. */
    interface Writer {
        /**
         * The text as its recipient reads it.
         *
         * @param message its place in the chunk
         */
        String write(String text, int message);
    }

    /** Gives the messages of a chunk their links; where the text has none this is nothing. */
    Writer writer(StoredCampaign campaign, FrozenPreview preview, List<MessageId> messages) {
        List<Target> targets = mark(campaign.account(), campaign.draft()).targets();
        if (targets.isEmpty() || preview.texts().stream().noneMatch(LinkMarks::in)) {
            return (text, _) -> text;
        }
        Links.Issued issued = links.issue(campaign.account(), campaign.id(), targets, campaign.recipients(), messages);
        return (text, message) -> LinkMarks.fill(text, targets.size(), place -> issued.code(place, message));
    }
}

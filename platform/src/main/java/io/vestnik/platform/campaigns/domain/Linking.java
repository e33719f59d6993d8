package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.PromoMarks;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What each recipient has of their own in texts: marks while a campaign is counted and priced, links and codes when it goes into the queue. */
@Component
public class Linking {
    private final Links links;
    private final PromoCodes codes;

    Linking(Links links, PromoCodes codes) {
        this.links = links;
        this.codes = codes;
    }

    /** The texts of a draft with marks in place of their links and codes; each has the place that it has among those of all. */
    List<String> marked(AccountId account, Draft draft) {
        // Links come first: an address that a code touches stays as it is.
        String marked = codes.mark(account, mark(account, draft).text()).text();
        return draft.trial() == null ? List.of(marked) : Wording.apart(marked);
    }

    /** Another text with marks in place of its links and codes, as this draft wants them. */
    public String marked(AccountId account, Draft draft, String text) {
        return codes.mark(
                        account,
                        links.mark(account, text, draft.manner().shortLinks()).text())
                .text();
    }

    /** The text as it will look, with links and codes that are nobody's. */
    public static String example(String text) {
        return PromoMarks.example(LinkMarks.example(text));
    }

    private Links.Marked mark(AccountId account, Draft draft) {
        return links.mark(
                account, Wording.together(draft.texts()), draft.manner().shortLinks());
    }

    /** The actions whose codes the texts have, by the number of their mark. */
    List<ActionId> actions(AccountId account, Draft draft) {
        return codes.mark(account, Wording.together(draft.texts())).actions();
    }

    /** Why its links and codes cannot be sent. */
    List<Fault> faults(AccountId account, Draft draft) {
        return Stream.concat(
                        mark(account, draft).faults().stream()
                                .map(fault -> new Fault(field(draft, fault), fault.code(), fault.detail())),
                        codes.mark(account, Wording.together(draft.texts())).faults().stream()
                                .map(fault -> new Fault("text", fault.code(), fault.detail())))
                .toList();
    }

    /** Links of several texts are counted together: that there are too many is the fault of no single one. */
    private static String field(Draft draft, Links.Fault fault) {
        return draft.trial() != null && fault.code().equals("too_many_links") ? "trial" : "text";
    }

    /** Which actions have too few codes for so many people; in test mode nobody needs any. */
    List<Fault> shortages(FrozenPreview preview, long people) {
        List<ActionId> needed = preview.test() ? List.of() : preview.actions();
        return codes.shortages(preview.account(), needed, people).stream()
                .map(it -> new Fault("text", "too_few_codes", it.action() + ": " + it.left()))
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

    /** Gives the messages of a chunk their links and codes, in test mode codes that nobody has; empty, and nothing given, where there are too few. */
    Optional<Writer> writer(StoredCampaign campaign, FrozenPreview preview, List<PromoCodes.Addressed> messages) {
        return coded(campaign, preview, messages).map(coded -> {
            Writer linked = linked(campaign, preview, messages);
            return (text, message) -> coded.write(linked.write(text, message), message);
        });
    }

    private Optional<Writer> coded(
            StoredCampaign campaign, FrozenPreview preview, List<PromoCodes.Addressed> messages) {
        List<ActionId> actions = preview.actions();
        if (actions.isEmpty()) {
            return Optional.of((text, _) -> text);
        }
        if (preview.test()) {
            return Optional.of((text, _) -> PromoMarks.example(text));
        }
        return switch (codes.issue(campaign.account(), campaign.id(), actions, messages)) {
            case PromoCodes.Issued.Given given ->
                Optional.of(
                        (text, message) -> PromoMarks.fill(text, actions.size(), place -> given.code(place, message)));
            case PromoCodes.Issued.TooFew() -> Optional.empty();
        };
    }

    private Writer linked(StoredCampaign campaign, FrozenPreview preview, List<PromoCodes.Addressed> messages) {
        List<Target> targets = mark(campaign.account(), campaign.draft()).targets();
        if (targets.isEmpty() || preview.texts().stream().noneMatch(LinkMarks::in)) {
            return (text, _) -> text;
        }
        List<MessageId> ids =
                messages.stream().map(PromoCodes.Addressed::message).toList();
        Links.Issued issued = links.issue(campaign.account(), campaign.id(), targets, campaign.recipients(), ids);
        return (text, message) -> LinkMarks.fill(text, targets.size(), place -> issued.code(place, message));
    }

    /** Takes the codes of messages back that were not queued after all. */
    void takeBack(AccountId account, Collection<MessageId> messages) {
        codes.takeBack(account, messages);
    }
}

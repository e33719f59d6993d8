package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.PersonalData.Told;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Service
class LinkDesk implements Links {
    private final LinkStore store;
    private final ClickStore clicks;
    private final Codes codes;
    private final Making making;
    private final Clock clock;

    LinkDesk(LinkStore store, ClickStore clicks, Codes codes, Making making, Clock clock) {
        this.store = store;
        this.clicks = clicks;
        this.codes = codes;
        this.making = making;
        this.clock = clock;
    }

    /** What decides how a link looks and how long it leads somewhere. */
    @Component
    record Making(TextMarker marker, Domains domains, Blocks blocks, LinkSettings settings) {}

    @Override
    public Marked mark(AccountId account, String text, boolean shorten) {
        return making.marker().mark(account, text, shorten);
    }

    @Override
    public Issued issue(
            AccountId account, CampaignId campaign, List<Target> targets, long recipients, List<MessageId> messages) {
        List<Block> blocks = store.of(account, campaign);
        if (blocks.isEmpty()) {
            blocks = open(account, campaign, targets, recipients);
        }
        if (blocks.size() != targets.size()) {
            throw new IllegalStateException("Other links than before in campaign " + campaign);
        }
        long first = store.give(account, campaign, messages, blocks.getFirst().expiresAt());
        if (first + messages.size() > blocks.getFirst().size()) {
            throw new IllegalStateException("More messages than recipients in campaign " + campaign);
        }
        List<Block> places = blocks;
        return (target, message) -> codes.write(places.get(target).first() + first + message);
    }

    private List<Block> open(AccountId account, CampaignId campaign, List<Target> targets, long recipients) {
        Instant now = clock.instant();
        Instant expires = now.plus(making.settings().lifetime());
        boolean warn = making.domains().warns(account);
        long span = Block.span(recipients);
        long first = store.take(account, span * targets.size());
        making.blocks().given(first + span * targets.size());
        List<Block> blocks = new ArrayList<>(targets.size());
        for (int place = 0; place < targets.size(); place++) {
            blocks.add(new Block(
                    first + place * span, recipients, account, campaign, place, targets.get(place), warn, expires));
        }
        store.add(account, blocks, now);
        return blocks;
    }

    @Override
    public List<Followed> followed(AccountId account, CampaignId campaign) {
        List<ClickStore.Sum> sums = clicks.sums(account, campaign);
        return store.of(account, campaign).stream()
                .map(block -> followed(
                        block,
                        sums.stream().filter(it -> it.block() == block.first()).toList()))
                .toList();
    }

    private static Followed followed(Block block, List<ClickStore.Sum> sums) {
        List<ClickStore.Sum> people =
                sums.stream().filter(it -> it.device() != Device.ROBOT).toList();
        return new Followed(
                block.target(),
                people.stream().mapToLong(ClickStore.Sum::people).sum(),
                people.stream().mapToLong(ClickStore.Sum::clicks).sum(),
                people.stream()
                        .map(it -> new ByDevice(it.device(), it.people(), it.clicks()))
                        .toList(),
                sums.stream()
                        .filter(it -> it.device() == Device.ROBOT)
                        .mapToLong(ClickStore.Sum::clicks)
                        .sum(),
                block.expiresAt());
    }

    @Override
    public List<Visit> visits(AccountId account, MessageId message) {
        return clicks.visits(account, message);
    }

    @Override
    public List<Told> tell(AccountId account, Collection<MessageId> messages) {
        return messages.isEmpty() ? List.of() : clicks.tell(account, messages);
    }

    @Override
    public long forget(AccountId account, Collection<MessageId> messages) {
        return messages.isEmpty() ? 0 : (long) store.disown(account, messages) + clicks.forget(account, messages);
    }
}

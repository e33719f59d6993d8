package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

@Service
class LinkDesk implements Links {
    private final LinkStore store;
    private final ClickStore clicks;
    private final Codes codes;
    private final TextMarker marker;
    private final Opening opening;

    LinkDesk(LinkStore store, ClickStore clicks, Codes codes, TextMarker marker, Opening opening) {
        this.store = store;
        this.clicks = clicks;
        this.codes = codes;
        this.marker = marker;
        this.opening = opening;
    }

    @Override
    public Marked mark(AccountId account, String text, boolean shorten) {
        return marker.mark(account, text, shorten);
    }

    @Override
    public Issued issue(
            AccountId account, CampaignId campaign, List<Target> targets, long recipients, List<MessageId> messages) {
        List<Block> blocks = store.of(account, campaign);
        if (blocks.isEmpty()) {
            blocks = opening.open(account, _ -> campaign, targets, recipients);
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
    public Optional<Owned> owned(AccountId account, String code) {
        OptionalLong number = codes.read(code);
        if (number.isEmpty()) {
            return Optional.empty();
        }
        return store.around(number.getAsLong())
                .filter(block -> block.account().equals(account) && block.has(number.getAsLong()))
                .flatMap(block -> owned(block, number.getAsLong() - block.first()));
    }

    private Optional<Owned> owned(Block block, long ordinal) {
        Optional<Target> target =
                block.isShared() ? store.single(block.account(), block.first(), ordinal) : Optional.of(block.target());
        return target.flatMap(to -> store.messageOf(block.account(), block.campaign(), ordinal)
                .map(message -> new Owned(
                        to,
                        message,
                        block.expiresAt(),
                        clicks.visit(block.account(), block.first(), ordinal).orElse(null))));
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

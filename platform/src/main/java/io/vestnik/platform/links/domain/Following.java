package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Device;
import io.vestnik.platform.links.Target;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Service;

/** Tells where a code leads, without a word to the database for links that are often followed. */
@Service
public class Following {
    private final Codes codes;
    private final Blocks blocks;
    private final Domains domains;
    private final LinkStore store;
    private final Clock clock;

    Following(Codes codes, Blocks blocks, Domains domains, LinkStore store, Clock clock) {
        this.codes = codes;
        this.blocks = blocks;
        this.domains = domains;
        this.store = store;
        this.clock = clock;
    }

    /** Where a code leads. */
    public sealed interface Way {
        /** Nobody was given this code. */
        record Unknown() implements Way {}

        /** It has had its time. */
        record Expired() implements Way {}

        /** The operator forbade where it leads after it was given. */
        record Forbidden() implements Way {}

        /**
         * To a page.
         *
         * @param warn whether to tell where before
         */
        record To(Link link, String address, boolean warn) implements Way {
            /** The name of the host, for people. */
            public String host() {
                return URI.create(address).getHost();
            }
        }

        /** To our page of unsubscribing. */
        record Unsubscribe(Link link) implements Way {}
    }

    /** A recipient's link. */
    public record Link(Block block, long ordinal) {
        public Click by(Device device, Instant at) {
            return new Click(block, ordinal, device, at);
        }
    }

    public Way of(String code) {
        OptionalLong number = codes.read(code);
        Block block = number.isEmpty() ? null : blocks.of(number.getAsLong()).orElse(null);
        if (block == null) {
            return new Way.Unknown();
        }
        if (!block.expiresAt().isAfter(clock.instant())) {
            return new Way.Expired();
        }
        long ordinal = number.getAsLong() - block.first();
        if (!block.isShared()) {
            return way(new Link(block, ordinal));
        }
        return store.single(block.account(), block.first(), ordinal)
                .map(target -> way(new Link(block.leadingTo(target), ordinal)))
                .orElseGet(Way.Unknown::new);
    }

    private Way way(Link link) {
        Block block = link.block();
        return switch (block.target()) {
            case Target.Page(String address) ->
                domains.forbids(block.account(), URI.create(address).getHost())
                        ? new Way.Forbidden()
                        : new Way.To(link, address, block.warn());
            case Target.Unsubscribe() -> new Way.Unsubscribe(link);
        };
    }

    /** The message whose recipient has the link. */
    public Optional<MessageId> message(Link link) {
        Block block = link.block();
        return store.messageOf(block.account(), block.campaign(), link.ordinal());
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Remembers what it was given. */
final class FakePipeline implements Pipeline {
    final List<CampaignChunk> chunks = new ArrayList<>();
    final List<String> orders = new ArrayList<>();
    /** Whom a stop-list has named since the preview. */
    final Set<String> stopped = new HashSet<>();

    /** What was told of the gates of waves last. */
    final Map<Integer, CampaignChunk.Gate> gates = new HashMap<>();
    /** Those whose messages are not in the queue any more. */
    final Set<String> left = new HashSet<>();

    boolean broken;
    private long lastId;

    List<CampaignChunk.Item> items() {
        return chunks.stream().flatMap(chunk -> chunk.items().stream()).toList();
    }

    @Override
    public boolean isOpen(AccountId account) {
        throw new AssertionError("campaigns do not ask");
    }

    @Override
    public void redeemed(AccountId account, MessageId message, Instant at) {
        throw new AssertionError("nobody redeems anything here");
    }

    @Override
    public Map<MessageId, Set<MessageMark>> marks(AccountId account, Collection<MessageId> messages) {
        return Map.of();
    }

    @Override
    public Set<String> enqueue(CampaignChunk chunk, List<MessageId> ids) {
        if (broken) {
            throw new IllegalStateException("The queue is broken");
        }
        chunks.add(new CampaignChunk(
                chunk.account(),
                chunk.user(),
                chunk.campaign(),
                chunk.type(),
                chunk.sender(),
                chunk.validUntil(),
                chunk.holdTransaction(),
                chunk.test(),
                chunk.gate(),
                chunk.items().stream()
                        .filter(item -> !stopped.contains(item.recipient()))
                        .toList()));
        return chunk.items().stream()
                .map(CampaignChunk.Item::recipient)
                .filter(stopped::contains)
                .collect(Collectors.toSet());
    }

    @Override
    public void pause(AccountId account, CampaignId campaign) {
        orders.add("pause " + campaign);
    }

    @Override
    public void resume(AccountId account, CampaignId campaign, Duration stood) {
        orders.add("resume " + campaign + (stood.isZero() ? "" : " after " + stood));
    }

    @Override
    public void open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
        gates.forEach(gate -> this.gates.put(gate.wave(), gate));
    }

    @Override
    public int waiting(AccountId account, CampaignId campaign, int wave, int most) {
        long waiting = chunks.stream()
                .filter(chunk -> chunk.gate().wave() == wave)
                .flatMap(chunk -> chunk.items().stream())
                .filter(item -> !left.contains(item.recipient()))
                .count();
        return (int) Math.min(waiting, most);
    }

    /** Those of these that may leave at this moment. */
    List<String> free(int wave, Instant now) {
        CampaignChunk.Gate gate = gates.get(wave);
        Instant closes = gate == null ? null : gate.closesAt();
        return closes != null && !now.isBefore(closes)
                ? List.of()
                : chunks.stream()
                        .filter(chunk -> chunk.gate().wave() == wave)
                        .flatMap(chunk -> chunk.items().stream())
                        .map(CampaignChunk.Item::recipient)
                        .filter(phone -> !left.contains(phone))
                        .toList();
    }

    @Override
    public void speed(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
        orders.add("speed " + campaign + " " + perHour);
    }

    @Override
    public void cancel(AccountId account, CampaignId campaign) {
        orders.add("cancel " + campaign);
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages) {
        throw new AssertionError("campaigns do not ask for this");
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages, List<MessageId> ids) {
        throw new AssertionError("campaigns do not ask for this");
    }

    @Override
    public List<MessageId> newIds(AccountId account, int count) {
        return Stream.generate(() -> new MessageId(++lastId)).limit(count).toList();
    }

    @Override
    public List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids) {
        throw new AssertionError("campaigns do not ask for this");
    }

    @Override
    public Optional<MessageView> find(AccountId account, MessageId id) {
        throw new AssertionError("campaigns do not ask for this");
    }

    @Override
    public List<MessageView> find(AccountId account, Collection<MessageId> ids) {
        throw new AssertionError("campaigns do not ask for this");
    }

    @Override
    public Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit) {
        throw new AssertionError("campaigns do not ask for this");
    }
}

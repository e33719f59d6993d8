package io.vestnik.platform.api;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.StepSearch;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** Takes what does not say in its text why it should be refused; waits at the gate when there is one. */
final class OnePath implements Pipeline, StepSearch {
    final List<NewMessage> taken = new ArrayList<>();
    final List<MessageFilter> asked = new ArrayList<>();
    final Set<MessageId> stored = new HashSet<>();
    volatile @Nullable CountDownLatch gate;
    volatile Death death = Death.NEVER;
    volatile boolean open = true;

    /** Where the server dies, once. */
    enum Death {
        NEVER,
        BEFORE_STORING,
        AFTER_STORING
    }

    private final CountDownLatch reached = new CountDownLatch(1);

    void awaitSomebodyAtTheGate() throws InterruptedException {
        reached.await();
    }

    @Override
    public boolean isOpen(AccountId account) {
        return open;
    }

    @Override
    public List<MessageId> newIds(AccountId account, int count) {
        return IntStream.rangeClosed(1, count)
                .mapToObj(i -> new MessageId(1_000 + taken.size() + i))
                .toList();
    }

    @Override
    public List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids) {
        return ids.stream().filter(stored::contains).map(OnePath::accepted).toList();
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages, List<MessageId> ids) {
        dies(Death.BEFORE_STORING);
        List<Acceptance> answers = accept(messages).join();
        for (int i = 0; i < ids.size(); i++) {
            if (answers.get(i) instanceof Acceptance.Accepted) {
                stored.add(ids.get(i));
            }
        }
        dies(Death.AFTER_STORING);
        return CompletableFuture.completedFuture(answers);
    }

    private void dies(Death here) {
        if (death == here) {
            death = Death.NEVER;
            throw new IllegalStateException("As if the server were killed");
        }
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages) {
        CountDownLatch closed = gate;
        if (closed != null) {
            reached.countDown();
            try {
                closed.await();
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }
        return CompletableFuture.completedFuture(
                messages.stream().map(this::accept).toList());
    }

    private synchronized Acceptance accept(NewMessage message) {
        for (Acceptance.Reason reason : Acceptance.Reason.values()) {
            String letters = message.body().kept();
            if (letters.equals(reason.code()) || letters.startsWith(reason.code() + " ")) {
                return new Acceptance.Refused(reason);
            }
        }
        taken.add(message);
        return accepted(new MessageId(1_000 + taken.size()));
    }

    private static Acceptance.Accepted accepted(MessageId id) {
        return new Acceptance.Accepted(id, 1, Money.of("2.35"));
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
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<MessageView> find(AccountId account, MessageId id) {
        return account.equals(FakeDoors.SHOP) && id.value() == 1001 ? Optional.of(view()) : Optional.empty();
    }

    @Override
    public List<MessageView> find(AccountId account, Collection<MessageId> ids) {
        return ids.stream()
                .filter(stored::contains)
                .map(id -> view(id, taken.get((int) (id.value() - 1_001)).recipient()))
                .toList();
    }

    private static MessageView view() {
        return view(new MessageId(1001), "79161234567");
    }

    private static MessageView view(MessageId id, String recipient) {
        return new MessageView(
                id,
                FakeDoors.SHOP,
                FakeDoors.OneCampaign.ID,
                Way.API,
                "VESTNIK",
                recipient,
                "Привет",
                8,
                1,
                "25001",
                Money.of("2.35"),
                MessageState.SENT,
                null,
                "order-1",
                FakeDoors.NOW,
                FakeDoors.NOW,
                null);
    }

    @Override
    public Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit) {
        asked.add(filter);
        return new Slice<>(List.of(view()), "1001");
    }

    @Override
    public Found look(AccountId account, Wanted wanted, @Nullable String cursor, int limit) {
        asked.add(wanted.filter());
        return new Found(List.of(), "900", 1, FakeDoors.NOW);
    }

    @Override
    public void pause(AccountId account, CampaignId campaign) {}

    @Override
    public void resume(AccountId account, CampaignId campaign, Duration stood) {}

    @Override
    public void open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
        throw new AssertionError("no campaign keeps to hours here");
    }

    @Override
    public int waiting(AccountId account, CampaignId campaign, int wave, int most) {
        throw new AssertionError("no campaign keeps to hours here");
    }

    @Override
    public void speed(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
        throw new AssertionError("nobody asks for this");
    }

    @Override
    public void cancel(AccountId account, CampaignId campaign) {}
}

package io.vestnik.platform.pipeline.domain;

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
import io.vestnik.platform.store.Batcher;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.DisposableBean;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Service
class PathService implements Pipeline, DisposableBean {
    private static final int MOST = 1_000;
    private static final int CAPACITY = 50_000;
    /** Who would wait longer is told so at once. */
    private static final Duration PATIENCE = Duration.ofSeconds(1);

    private final Accepting accepting;
    private final Storing storing;
    private final CampaignLanes campaignLanes;
    private final MessageReader reader;
    private final PipelineFigures figures;
    private final Admission admission;
    private final Marks marks;
    private final Batcher<List<Accepting.Checked.Ready>, List<Acceptance>> batcher;

    /** Who may come in, how many did, and what became of it. */
    @Component
    record Doorstep(Admission admission, PipelineFigures figures, Marks marks) {}

    PathService(
            Accepting accepting,
            Storing storing,
            CampaignLanes campaignLanes,
            MessageReader reader,
            Doorstep doorstep) {
        this.accepting = accepting;
        this.storing = storing;
        this.campaignLanes = campaignLanes;
        this.reader = reader;
        this.figures = doorstep.figures();
        this.admission = doorstep.admission();
        this.marks = doorstep.marks();
        this.batcher = new Batcher<>("accept", MOST, CAPACITY, List::size, this::store).waitingAtMost(PATIENCE);
    }

    @Override
    public List<MessageId> newIds(AccountId account, int count) {
        return accepting.newIds(count);
    }

    @Override
    public boolean isOpen(AccountId account) {
        return admission.isOpen(batcher.waiting()) && !batcher.isFull();
    }

    @Override
    public List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids) {
        return storing.accepted(account, ids);
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages) {
        return accept(messages, accepting.newIds(messages.size()));
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages, List<MessageId> ids) {
        if (!admission.isOpen(batcher.waiting())) {
            figures.refused(messages.size());
            return CompletableFuture.failedFuture(new Batcher.Full("the networks"));
        }
        Iterator<MessageId> id = ids.iterator();
        List<@Nullable Acceptance> answers = new ArrayList<>(messages.size());
        List<Accepting.Checked.Ready> ready = new ArrayList<>(messages.size());
        for (NewMessage message : messages) {
            switch (accepting.check(message, id.next())) {
                case Accepting.Checked.Ready r -> {
                    answers.add(null);
                    ready.add(r);
                }
                case Accepting.Checked.No no -> answers.add(no.answer());
            }
        }
        figures.refused(messages.size() - ready.size());
        if (ready.isEmpty()) {
            return CompletableFuture.completedFuture(merge(answers, List.of()));
        }
        // One item: what a caller offers together is stored whole or not at all, so that "no" is true of all of it.
        return batcher.submit(ready).thenApply(stored -> merge(answers, stored));
    }

    private List<List<Acceptance>> store(List<List<Accepting.Checked.Ready>> batch) {
        List<Acceptance> all =
                storing.storeOrFind(batch.stream().flatMap(List::stream).toList());
        List<List<Acceptance>> each = new ArrayList<>(batch.size());
        int from = 0;
        for (List<Accepting.Checked.Ready> one : batch) {
            each.add(List.copyOf(all.subList(from, from + one.size())));
            from += one.size();
        }
        return each;
    }

    private List<Acceptance> merge(List<@Nullable Acceptance> answers, List<Acceptance> stored) {
        List<Acceptance> all = new ArrayList<>(answers.size());
        int next = 0;
        for (Acceptance answer : answers) {
            all.add(answer == null ? stored.get(next++) : answer);
        }
        return all;
    }

    @Override
    public Set<String> enqueue(CampaignChunk chunk, List<MessageId> ids) {
        return storing.store(chunk, ids);
    }

    @Override
    public void redeemed(AccountId account, MessageId message, Instant at) {
        marks.mark(List.of(new MarkStore.Marking(account, message, MessageMark.REDEEMED, at)));
    }

    @Override
    public Map<MessageId, Set<MessageMark>> marks(AccountId account, Collection<MessageId> messages) {
        return marks.of(account, messages);
    }

    @Override
    public Optional<MessageView> find(AccountId account, MessageId id) {
        return reader.find(account, id);
    }

    @Override
    public List<MessageView> find(AccountId account, Collection<MessageId> ids) {
        return reader.find(account, ids);
    }

    @Override
    public Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit) {
        return reader.list(account, filter, cursor, limit);
    }

    @Override
    public void pause(AccountId account, CampaignId campaign) {
        campaignLanes.pause(account, campaign);
    }

    @Override
    public void resume(AccountId account, CampaignId campaign, Duration stood) {
        // Whatever is in the queue has a lower id than one that is given now.
        campaignLanes.resume(account, campaign, stood, accepting.newIds(1).getFirst());
    }

    @Override
    public void open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
        campaignLanes.open(account, campaign, gates);
    }

    @Override
    public int waiting(AccountId account, CampaignId campaign, int wave, int most) {
        return campaignLanes.waiting(account, campaign, wave, most);
    }

    @Override
    public void speed(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
        campaignLanes.speed(account, campaign, perHour);
    }

    @Override
    public void cancel(AccountId account, CampaignId campaign) {
        campaignLanes.cancel(account, campaign);
    }

    @Override
    public void destroy() {
        batcher.close();
    }
}

package io.vestnik.platform.promo.domain;

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
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import org.jspecify.annotations.Nullable;

/** The real path, which may refuse everything, or take everything and die before it can say so. */
final class StumblingPath implements Pipeline {
    Acceptance.@Nullable Reason refuses;
    boolean dies;
    private final Pipeline path;

    StumblingPath(Pipeline path) {
        this.path = path;
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages, List<MessageId> ids) {
        Acceptance.Reason reason = refuses;
        if (reason != null) {
            return CompletableFuture.completedFuture(messages.stream()
                    .<Acceptance>map(_ -> new Acceptance.Refused(reason))
                    .toList());
        }
        CompletableFuture<List<Acceptance>> taken = path.accept(messages, ids);
        if (dies) {
            taken.join();
            return CompletableFuture.failedFuture(new IllegalStateException("The line broke"));
        }
        return taken;
    }

    @Override
    public CompletableFuture<List<Acceptance>> accept(List<NewMessage> messages) {
        throw new AssertionError("letters have ids");
    }

    @Override
    public boolean isOpen(AccountId account) {
        return path.isOpen(account);
    }

    @Override
    public List<MessageId> newIds(AccountId account, int count) {
        return path.newIds(account, count);
    }

    @Override
    public List<Acceptance.Accepted> accepted(AccountId account, List<MessageId> ids) {
        return path.accepted(account, ids);
    }

    @Override
    public Set<String> enqueue(CampaignChunk chunk, List<MessageId> ids) {
        throw new AssertionError("letters are no campaign");
    }

    @Override
    public void redeemed(AccountId account, MessageId message, Instant at) {
        path.redeemed(account, message, at);
    }

    @Override
    public Map<MessageId, Set<MessageMark>> marks(AccountId account, Collection<MessageId> messages) {
        return path.marks(account, messages);
    }

    @Override
    public Optional<MessageView> find(AccountId account, MessageId id) {
        return path.find(account, id);
    }

    @Override
    public List<MessageView> find(AccountId account, Collection<MessageId> ids) {
        return path.find(account, ids);
    }

    @Override
    public Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit) {
        return path.list(account, filter, cursor, limit);
    }

    @Override
    public void pause(AccountId account, CampaignId campaign) {
        path.pause(account, campaign);
    }

    @Override
    public void resume(AccountId account, CampaignId campaign, Duration stood) {
        path.resume(account, campaign, stood);
    }

    @Override
    public void open(AccountId account, CampaignId campaign, List<CampaignChunk.Gate> gates) {
        path.open(account, campaign, gates);
    }

    @Override
    public int waiting(AccountId account, CampaignId campaign, int wave, int most) {
        return path.waiting(account, campaign, wave, most);
    }

    @Override
    public void speed(AccountId account, CampaignId campaign, @Nullable Integer perHour) {
        path.speed(account, campaign, perHour);
    }

    @Override
    public void cancel(AccountId account, CampaignId campaign) {
        path.cancel(account, campaign);
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** One message that somebody wrote; remembers how it was asked for. */
final class FewInbound implements Inbox {
    final List<InboxFilter> asked = new ArrayList<>();

    private static InboundMessage stop(AccountId account) {
        return new InboundMessage(
                7_001,
                account,
                new RouteId(1),
                "79161234567",
                "7735",
                "Стоп",
                "",
                Wish.STOP,
                new MessageId(1_001),
                FakeDoors.NOW);
    }

    @Override
    public Slice<InboundMessage> list(AccountId account, InboxFilter filter, @Nullable String cursor, int limit) {
        asked.add(filter);
        return new Slice<>(List.of(stop(account)), "7001");
    }

    @Override
    public List<InboundMessage> all(AccountId account, List<Long> ids) {
        throw new AssertionError("no door of these tests asks for this");
    }

    @Override
    public Optional<InboundMessage> find(AccountId account, long id) {
        return Optional.of(stop(account)).filter(it -> it.id() == id);
    }
}

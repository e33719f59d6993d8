package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.webhooks.Callbacks;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Webhooks;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract over the journal. */
@Service
class CallbackDesk implements Callbacks {
    private final Journal journal;
    private final Resending resending;
    private final Webhooks webhooks;

    CallbackDesk(Journal journal, Resending resending, Webhooks webhooks) {
        this.journal = journal;
        this.resending = resending;
        this.webhooks = webhooks;
    }

    @Override
    public Slice<Line> list(AccountId account, Wanted wanted, @Nullable String cursor, int limit) {
        Journal.Filter filter = new Journal.Filter(wanted.endpoint(), wanted.state(), wanted.message());
        Slice<Journal.Line> page = journal.list(account, filter, cursor, limit);
        return new Slice<>(page.items().stream().map(CallbackDesk::line).toList(), page.next());
    }

    @Override
    public Optional<Line> find(AccountId account, long id) {
        return journal.find(account, id).map(CallbackDesk::line);
    }

    @Override
    public Optional<Request> request(AccountId account, long id) {
        return journal.find(account, id)
                .map(line -> new Request(
                        line.request(webhooks.find(account, line.endpoint())
                                .map(Endpoint::form)
                                .orElse(EndpointForm.STANDARD)),
                        resending.possible(account, line)));
    }

    @Override
    public boolean resend(Who who, long id) {
        return resending.one(who, id);
    }

    @Override
    public Optional<Tried> tryOut(Who who, long endpoint) {
        return webhooks.find(who.account(), endpoint)
                .filter(it -> it.url() != null)
                .map(it -> resending.test(who, it.id()));
    }

    private static Line line(Journal.Line line) {
        Event event = line.event();
        return new Line(
                line.id(),
                line.endpoint(),
                line.url(),
                event.type(),
                event.id(),
                event.news() == null ? event.message().value() : 0,
                line.state(),
                line.at(),
                line.tries(),
                line.answer(),
                line.millis(),
                line.failure(),
                line.reply());
    }
}

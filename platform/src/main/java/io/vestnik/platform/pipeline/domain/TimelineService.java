package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.channels.Described;
import io.vestnik.platform.channels.Octets;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.Timeline.Step;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.platform.pipeline.domain.LifeStore.Found;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

@Service
class TimelineService implements Timelines {
    private final Search search;
    private final LifeStore lives;
    private final Marks marks;
    private final QuoteBook quotes;
    private final Routes routes;
    private final Accounts accounts;

    /** What is known of a message: what we and the network did with it, and what its recipient did. */
    @Component
    record Sources(LifeStore lives, Marks marks) {}

    TimelineService(Search search, Sources sources, QuoteBook quotes, Routes routes, Accounts accounts) {
        this.search = search;
        this.lives = sources.lives();
        this.marks = sources.marks();
        this.quotes = quotes;
        this.routes = routes;
        this.accounts = accounts;
    }

    @Override
    public Slice<Finding> find(Reach reach, String words, @Nullable String cursor) {
        return search.find(reach, words, cursor);
    }

    @Override
    public Optional<Timeline> of(Reach reach, MessageId message) {
        Set<AccountId> whose = search.accountsOf(reach);
        return lives.find(whose, message.value()).map(found -> timeline(found, whose));
    }

    @Override
    public Optional<Timeline> outline(Reach reach, long message) {
        return lives.find(search.accountsOf(reach), message).map(found -> timeline(found, List.of()));
    }

    private Timeline timeline(Found found, List<Step> steps) {
        return new Timeline(
                found.view(),
                found.details(),
                accounts.get(found.view().account()).currency(),
                steps);
    }

    private Timeline timeline(Found found, Set<AccountId> whose) {
        List<Step> steps = new ArrayList<>();
        happened(found, whose, steps);
        wire(found, steps);
        steps.addAll(marks.steps(found.view()));
        if (!found.view().state().isFinal()) {
            now(found.view(), steps);
        }
        steps.sort(Comparator.comparing(Step::at)); // stable: what happened at one instant stays in its order
        return timeline(found, steps);
    }

    private void happened(Found found, Set<AccountId> whose, List<Step> steps) {
        MessageView view = found.view();
        List<MessageFact> facts = lives.facts(found);
        if (facts.stream().noneMatch(fact -> fact.from() == null)) {
            steps.add(accepted(view.createdAt(), found, whose));
        }
        for (MessageFact fact : facts) {
            if (fact.from() == null) {
                steps.add(accepted(fact.at(), found, whose));
            } else if (fact.to() == MessageState.SENT) {
                steps.add(sent(fact.at(), found, fact.charged()));
            } else {
                steps.add(new Step.Moved(
                        fact.at(), fact.from(), fact.to(), fact.error(), fact.charged(), released(found, fact)));
            }
        }
        if (facts.isEmpty()) {
            remembered(found, steps);
        }
    }

    /** What the move gave back to the owner: by the same table that moved the money. */
    private Money released(Found found, MessageFact fact) {
        MessageState from = fact.from();
        boolean back = from != null
                && Transitions.money(quotes.quote(found.quote()).own().charge(), from, fact.to()) == MoneyMove.RELEASE;
        return back ? fact.price() : Money.ZERO;
    }

    /** The facts are gone, or not yet committed together with the row: the row itself knows the outline. */
    private void remembered(Found found, List<Step> steps) {
        MessageView view = found.view();
        if (view.sentAt() != null) {
            steps.add(sent(view.sentAt(), found, Money.ZERO));
        }
        if (view.finalAt() != null) {
            steps.add(new Step.Moved(view.finalAt(), null, view.state(), view.error(), Money.ZERO, Money.ZERO));
        }
    }

    private Step accepted(Instant at, Found found, Set<AccountId> whose) {
        List<Timeline.Level> levels = quotes.quote(found.quote()).levels().stream()
                .filter(level -> whose.contains(level.payer()))
                .map(level -> new Timeline.Level(
                        level.payer(),
                        level.payee(),
                        level.perPart().times(found.view().parts()),
                        level.charge(),
                        level.line()))
                .toList();
        return new Step.Accepted(at, levels, found.hold());
    }

    private Step sent(Instant at, Found found, Money charged) {
        return new Step.Sent(at, name(found.route()), units(at, found), lives.upstream(found), charged);
    }

    /** The submits encoded again, while the route is open and the text is kept. */
    private List<Described> units(Instant at, Found found) {
        MessageView view = found.view();
        Body body = view.body();
        if (body == null) {
            return List.of();
        }
        var outgoing = new Outgoing(
                view.id(),
                view.sender(),
                view.recipient(),
                body,
                view.parts(),
                found.details().validUntil(),
                0,
                0);
        return route(found.route())
                .map(route -> route.connector().describe(outgoing, at))
                .orElse(List.of());
    }

    private void wire(Found found, List<Step> steps) {
        for (LifeStore.PutOff off : lives.putOffs(found)) {
            steps.add(new Step.PutOff(off.at(), name(off.route()), off.tries(), off.code(), off.pause()));
        }
        for (LifeStore.Reported receipt : lives.receipts(found)) {
            Described described = described(receipt.route() == null ? found.route() : receipt.route(), receipt.raw());
            steps.add(new Step.Receipt(
                    receipt.at(), receipt.part(), receipt.status(), receipt.code(), receipt.raw(), described));
        }
        for (LifeStore.Traced traced : lives.traces(found)) {
            var trace = new Timeline.Trace(
                    name(traced.route()),
                    traced.bind(),
                    traced.out(),
                    traced.raw(),
                    described(traced.route(), traced.raw()));
            steps.add(new Step.Wire(traced.at(), trace));
        }
    }

    private void now(MessageView view, List<Step> steps) {
        lives.queued(view)
                .ifPresent(queued -> steps.add(new Step.Queued(
                        last(steps), name(queued.route()), queued.priority(), queued.tries(), queued.paused())));
        lives.flying(view)
                .forEach(part -> steps.add(new Step.InFlight(
                        part.at(),
                        name(part.route()),
                        part.node(),
                        part.bind(),
                        part.part(),
                        part.tries(),
                        part.doubtSince())));
        if (view.state() == MessageState.QUEUED || view.state() == MessageState.SCHEDULED) {
            lives.waiting(view).ifPresent(steps::add);
        }
    }

    private static Instant last(List<Step> steps) {
        return steps.stream().map(Step::at).max(Comparator.naturalOrder()).orElse(Instant.EPOCH);
    }

    private Optional<Route> route(@Nullable RouteId id) {
        return id == null ? Optional.empty() : routes.find(id);
    }

    private @Nullable String name(@Nullable RouteId id) {
        return id == null ? null : routes.find(id).map(Route::name).orElse("№ " + id);
    }

    private @Nullable Described described(@Nullable RouteId route, @Nullable Octets raw) {
        if (raw == null) {
            return null;
        }
        return route(route)
                .flatMap(open -> open.connector().describe(raw))
                .orElseGet(() -> new Described("", raw, List.of()));
    }
}

package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.Joins;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Has people join actions: a letter waits for each, and {@link LetterPost} writes it. */
@Service
class JoinDesk implements Joins, JobKind {
    static final String NAME = "promo.join";

    private static final int STEP = 2_000;

    private final ActionStore store;
    private final LetterStore letters;
    private final Actions actions;
    private final Contacts contacts;
    private final Around around;

    JoinDesk(ActionStore store, LetterStore letters, Actions actions, Contacts contacts, Around around) {
        this.store = store;
        this.letters = letters;
        this.actions = actions;
        this.contacts = contacts;
        this.around = around;
    }

    /** What joining is done with besides. */
    @Component
    record Around(Jobs jobs, Audit audit, Transactions transactions, JsonMapper json, Clock clock) {}

    private record Input(long action, long group) {}

    private record Place(@Nullable String after, long added) {
        static final Place START = new Place(null, 0);
    }

    /** What a job leaves. */
    private record Result(long people, long added) {}

    @Override
    public List<Listed> actions(AccountId account) {
        return store.all(account, ActionDesk.MOST).stream()
                .map(JoinDesk::listed)
                .toList();
    }

    @Override
    public Optional<Listed> action(AccountId account, ActionId id) {
        return store.find(account, id).map(JoinDesk::listed);
    }

    private static Listed listed(Action action) {
        Terms terms = action.terms();
        return new Listed(
                action.id(),
                terms.name(),
                terms.from(),
                terms.to(),
                terms.codes().length(),
                action.handed(),
                action.left(),
                !terms.joining().text().isBlank(),
                action.trouble());
    }

    @Override
    public Joined join(Who who, ActionId id, List<String> phones) {
        if (phones.size() > Joins.MOST) {
            throw new IllegalArgumentException("At most " + Joins.MOST + " at once");
        }
        Action action = store.find(who.account(), id).orElse(null);
        if (action == null) {
            return new Joined.NotFound();
        }
        String why = refusal(action, phones.size());
        if (why != null) {
            return new Joined.Refused(why);
        }
        Set<String> people = Set.copyOf(phones);
        return around.transactions().call(() -> {
            Optional<Integer> added = letters.join(who.account(), id, people, way(who), due(action));
            if (added.isEmpty()) {
                return new Joined.NotFound();
            }
            around.audit().record(who, "promo.joined", "promo action " + id, Map.of("added", added.get()));
            return new Joined.Taken(added.get(), people.size() - added.get());
        });
    }

    @Override
    public Optional<JobId> join(Who who, ActionId id, GroupId group) {
        return store.find(who.account(), id)
                .filter(action -> refusal(action, 1) == null)
                .filter(_ -> contacts.group(who.account(), group).isPresent())
                .map(_ -> around.transactions().call(() -> {
                    around.audit().record(who, "promo.joined", "promo action " + id, Map.of("group", group.value()));
                    return around.jobs()
                            .start(
                                    who.account(),
                                    NAME,
                                    around.json().writeValueAsString(new Input(id.value(), group.value())));
                }));
    }

    private @Nullable String refusal(Action action, int people) {
        if (action.terms().joining().text().isBlank()) {
            return "no_text";
        }
        if (action.state(actions.today(action.account())) == Action.State.OVER) {
            return "over";
        }
        return action.left() - letters.waiting(action.account(), action.id()) < people ? "too_few_codes" : null;
    }

    private Instant due(Action action) {
        Instant now = around.clock().instant();
        Instant at = action.terms().joining().at();
        return at == null || at.isBefore(now) ? now : at;
    }

    private static Way way(Who who) {
        return who.user() == null ? Way.API : Way.CABINET;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "promo:edit";
    }

    @Override
    public String titleKey() {
        return "promo.join.job";
    }

    @Override
    public Step step(Context context) {
        Input input = around.json().readValue(context.input(), Input.class);
        Place place =
                context.checkpoint() == null ? Place.START : around.json().readValue(context.checkpoint(), Place.class);
        Action action =
                store.find(context.account(), new ActionId(input.action())).orElse(null);
        Slice<Recipient> people =
                contacts.members(context.account(), List.of(new GroupId(input.group())), Set.of(), place.after(), STEP);
        Optional<Integer> added = action == null
                ? Optional.empty()
                : letters.join(
                        context.account(),
                        action.id(),
                        people.items().stream().map(Recipient::phone).toList(),
                        Way.API,
                        due(action));
        if (added.isEmpty()) {
            return new Step.Done("{}", context.done());
        }
        long done = context.done() + people.items().size();
        Place next = new Place(people.next(), place.added() + added.get());
        return people.next() == null
                ? new Step.Done(around.json().writeValueAsString(new Result(done, next.added())), done)
                : new Step.More(around.json().writeValueAsString(next), done, context.total());
    }
}

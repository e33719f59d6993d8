package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.platform.store.PersonalData.People;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Erases people from every place that keeps anything about them, and after a rest once more: what was in somebody's memory while the first
 * walk went on, such as a network's answer, is found by the second. The request holds the phones for as long as the work goes on; what stays of it says what was done, not to whom.
 */
@Service
class Erasing implements Erasures, JobKind {
    static final String NAME = "contacts.erase";

    private final ErasureStore store;
    private final ErasedStops stops;
    private final List<PersonalData> places;
    private final Surroundings surroundings;

    Erasing(ErasureStore store, ErasedStops stops, ObjectProvider<PersonalData> places, Surroundings surroundings) {
        this.store = store;
        this.stops = stops;
        this.places = places.stream()
                .sorted(Comparator.comparingInt(PersonalData::order).thenComparing(PersonalData::place))
                .toList();
        this.surroundings = surroundings;
    }

    /** What erasing works with besides. */
    @Component
    record Surroundings(Jobs jobs, Audit audit, Transactions transactions, JsonMapper json, Clock clock) {}

    /**
     * Where a walk stands.
     *
     * @param rows erased so far, by place
     */
    private record Place(int at, @Nullable String after, Map<String, Long> rows) {}

    /** What the job of a walk is started with; the first walk is followed by a second. */
    private record Input(long erasure, boolean first) {}

    @Override
    public Erasure begin(Who who, Collection<String> phones, boolean never) {
        People people = new People(Set.copyOf(phones));
        AccountId account = who.account();
        return surroundings.transactions().call(() -> {
            boolean stopped = never || store.stops(account, people.phones());
            if (never) { // those who stand on the list are kept when they are taken off it
                stops.keep(account, people.phones());
            }
            long id = store.begin(
                    account,
                    people.phones(),
                    stopped,
                    who.name(),
                    surroundings.clock().instant());
            store.started(account, id, start(account, id, true));
            surroundings
                    .audit()
                    .record(
                            who,
                            "contacts.erasing",
                            "erasure " + id,
                            Map.of("people", people.phones().size()));
            return store.find(account, id).orElseThrow();
        });
    }

    @Override
    public Optional<Erasure> find(AccountId account, long id) {
        return store.find(account, id);
    }

    @Override
    public Slice<Erasure> list(AccountId account, @Nullable String cursor, int limit) {
        return store.list(account, cursor, limit);
    }

    @Override
    public boolean again(Who who, long id) {
        return surroundings.transactions().call(() -> {
            if (store.lock(who.account(), id).isEmpty()) {
                return false;
            }
            if (!isAtWork(who.account(), id)) {
                store.started(who.account(), id, start(who.account(), id, true));
            }
            return true;
        });
    }

    private boolean isAtWork(AccountId account, long id) {
        return store.find(account, id)
                .map(Erasure::job)
                .flatMap(job -> surroundings.jobs().find(account, job))
                .filter(job -> !job.state().isFinal())
                .isPresent();
    }

    private JobId start(AccountId account, long id, boolean first) {
        return surroundings.jobs().start(account, NAME, surroundings.json().writeValueAsString(new Input(id, first)));
    }

    /** Begins the second walks of those who have rested since this moment; tells how many. */
    int goOn(Instant before, int most) {
        List<ErasureStore.Due> due = store.due(before, most);
        due.forEach(it -> store.started(it.account(), it.id(), start(it.account(), it.id(), false)));
        return due.size();
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:erase";
    }

    @Override
    public String titleKey() {
        return "contacts.erase.job";
    }

    @Override
    public Step step(Context context) {
        Input input = surroundings.json().readValue(context.input(), Input.class);
        AccountId account = context.account();
        Set<String> phones = store.phones(account, input.erasure());
        if (phones.isEmpty()) {
            return new Step.Done("{}", context.done());
        }
        Place place = context.checkpoint() == null
                ? new Place(0, null, begun(account, input))
                : surroundings.json().readValue(context.checkpoint(), Place.class);
        PersonalData data = places.get(place.at());
        PersonalData.Step step = data.erase(account, new People(phones), place.after());
        Map<String, Long> rows = new HashMap<>(place.rows());
        rows.merge(data.place(), step.rows(), Long::sum);
        int at = step.next() == null ? place.at() + 1 : place.at();
        if (at < places.size()) {
            String next = surroundings.json().writeValueAsString(new Place(at, step.next(), rows));
            return new Step.More(next, at, places.size());
        }
        if (input.first()) {
            store.walked(account, input.erasure(), rows, surroundings.clock().instant());
        } else {
            store.finish(account, input.erasure(), rows, surroundings.clock().instant());
        }
        return new Step.Done("{}", places.size());
    }

    /** What the walk before has erased. */
    private Map<String, Long> begun(AccountId account, Input input) {
        return input.first()
                ? Map.of()
                : store.find(account, input.erasure()).map(Erasure::rows).orElse(Map.of());
    }
}

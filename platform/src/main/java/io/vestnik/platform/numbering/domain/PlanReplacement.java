package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.numbering.PlanReplaced;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Puts what was loaded in the place of what is in force, all at once, or says why not. */
@Component
class PlanReplacement {
    static final String MUCH_SMALLER = "much-smaller";
    static final String TOO_MANY_REFUSED = "too-many-refused";

    private static final int LEAST_PERCENT = 80;
    private static final int MOST_REFUSED_PERCENT = 10;

    private final PlanStore store;
    private final PlanNumbering numbering;
    private final ApplicationEventPublisher events;
    private final Clock clock;

    PlanReplacement(PlanStore store, PlanNumbering numbering, ApplicationEventPublisher events, Clock clock) {
        this.store = store;
        this.numbering = numbering;
        this.events = events;
        this.clock = clock;
    }

    /** Why it must not come into force, as a key of the bundle; none when it may. */
    Optional<String> refusal(PlanLoad load, Draft draft) {
        LoadResult result = draft.result();
        if (result.ranges() == 0) {
            return Optional.of("nothing");
        }
        if (load.forced()) {
            return Optional.empty();
        }
        if (result.refused() * 100 > (result.refused() + result.ranges()) * MOST_REFUSED_PERCENT) {
            return Optional.of(TOO_MANY_REFUSED);
        }
        Map<Integer, PlanLoad.Part> inForce =
                store.parts().stream().collect(Collectors.toMap(PlanLoad.Part::part, it -> it));
        boolean smaller = draft.parts(load, clock.instant()).stream().anyMatch(part -> {
            PlanLoad.Part old = inForce.get(part.part());
            return old != null && part.numbers() * 100 < old.numbers() * LEAST_PERCENT;
        });
        return smaller ? Optional.of(MUCH_SMALLER) : Optional.empty();
    }

    void replace(PlanLoad load, Draft draft, String result) {
        List<PlanLoad.Part> parts = draft.parts(load, clock.instant());
        long version = store.replace(parts, draft.strangers());
        store.end(load.id(), PlanLoad.State.DONE, null, result, clock.instant());
        events.publishEvent(new PlanReplaced(version));
        numbering.refresh();
    }

    void refuse(PlanLoad load, String key, @Nullable String result) {
        store.end(load.id(), PlanLoad.State.REFUSED, key, result, clock.instant());
    }

    /** A load that is not over already was stopped. */
    void stop(PlanLoad load) {
        store.end(load.id(), PlanLoad.State.STOPPED, null, null, clock.instant());
    }
}

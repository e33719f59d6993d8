package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.StepSearch;
import io.vestnik.platform.pipeline.domain.FindingStore.Bounds;
import io.vestnik.platform.pipeline.domain.StepStore.Step;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

@Service
class StepSearchService implements StepSearch {
    /** Read in some hundredths of a second. */
    private static final int ROWS_OF_A_STEP = 10_000;

    private static final long MOMENT = TimeUnit.MILLISECONDS.toNanos(150);
    private static final int WHOLE_NUMBER = 10;
    /** A phone, or a reference, with more messages of one account within a search is a program's. */
    private static final int MOST_OF_ONE = 5_000;

    private final StepStore store;
    private final FindingStore finding;

    StepSearchService(StepStore store, FindingStore finding) {
        this.store = store;
        this.finding = finding;
    }

    @Override
    public Found look(AccountId account, Wanted wanted, @Nullable String cursor, int limit) {
        long from = MessageId.floorOf(wanted.from());
        long until = MessageId.floorOf(wanted.until());
        long below = cursor != null && cursor.matches("\\d{1,16}") ? Math.min(Long.parseLong(cursor), until) : until;
        Bounds bounds = new Bounds(from, below, limit);
        Bounds whole = new Bounds(from, below, MOST_OF_ONE);
        String reference = wanted.filter().reference();
        if (reference != null) {
            return among(account, wanted, finding.byReference(Set.of(account), reference, whole), bounds);
        }
        String phone = wanted.filter().recipientPrefix();
        return phone != null && phone.length() >= WHOLE_NUMBER
                ? among(account, wanted, finding.byPhone(Set.of(account), phone, whole), bounds)
                : step(account, wanted, bounds);
    }

    private Found step(AccountId account, Wanted wanted, Bounds bounds) {
        List<Long> found = new ArrayList<>();
        long began = System.nanoTime();
        long below = bounds.below();
        long looked = 0;
        boolean more = true;
        while (more && found.size() < bounds.limit() && (looked == 0 || System.nanoTime() - began < MOMENT)) {
            int left = bounds.limit() - found.size();
            Step step = store.step(account, wanted, new Bounds(bounds.from(), below, left), ROWS_OF_A_STEP);
            found.addAll(step.found());
            looked += step.looked();
            boolean full = step.found().size() == left;
            more = full || step.looked() == ROWS_OF_A_STEP;
            below = full ? step.found().getLast() : more ? step.lowest() : bounds.from();
        }
        return found(account, found, more ? below : 0, looked, below);
    }

    private Found among(AccountId account, Wanted wanted, List<Long> hits, Bounds bounds) {
        List<Long> all = store.among(account, wanted, hits);
        boolean more = all.size() > bounds.limit();
        List<Long> page = more ? all.subList(0, bounds.limit()) : all;
        return found(account, page, more ? page.getLast() : 0, hits.size(), more ? page.getLast() : bounds.from());
    }

    private Found found(AccountId account, List<Long> ids, long next, long looked, long to) {
        return new Found(
                finding.views(Set.of(account), ids),
                next == 0 ? null : Long.toString(next),
                looked,
                to == 0 ? MessageId.EPOCH : second(to));
    }

    private static Instant second(long id) {
        return new MessageId(Math.min(Math.max(1, id), (1L << 53) - 1)).second();
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Doubles.Keep;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Leaves one of each set of people who are alike; the others go to the trash, some sets a step. */
@Service
public class DuplicateCleaning implements JobKind {
    public static final String NAME = "contacts.clean-duplicates";

    private static final int SETS = 100;

    private final DuplicateStore duplicates;
    private final ContactStore contacts;
    private final ContactRemoval removal;
    private final Survivors survivors;
    private final JsonMapper json;

    DuplicateCleaning(
            DuplicateStore duplicates,
            ContactStore contacts,
            ContactRemoval removal,
            Survivors survivors,
            JsonMapper json) {
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.removal = removal;
        this.survivors = survivors;
        this.json = json;
    }

    /**
     * Whose sets, and who stays.
     *
     * @param by the name of who does it, as the trash tells it
     */
    public record Input(long search, Keep keep, String by) {}

    private record Place(long after, long deleted) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:edit";
    }

    @Override
    public String titleKey() {
        return "contacts.job.clean-duplicates";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Place place =
                context.checkpoint() == null ? new Place(0, 0) : json.readValue(context.checkpoint(), Place.class);
        AccountId account = context.account();
        List<DuplicateStore.Alike> sets = duplicates.sets(account, new JobId(input.search()), place.after(), SETS);
        Map<ContactId, Contact> there =
                contacts
                        .chosen(
                                account,
                                sets.stream().flatMap(set -> set.ids().stream()).toList())
                        .stream()
                        .collect(Collectors.toMap(Contact::id, Function.identity()));
        // Whoever went since the search is no longer anybody's double.
        List<List<Contact>> alike = sets.stream()
                .map(set -> set.ids().stream()
                        .filter(there::containsKey)
                        .map(there::get)
                        .toList())
                .filter(set -> set.size() > 1)
                .toList();
        List<ContactId> spare = survivors.choose(account, alike, input.keep());
        long deleted = place.deleted() + remove(account, spare, input.by());
        return sets.size() < SETS
                ? new Step.Done("{\"deleted\":" + deleted + "}", deleted)
                : new Step.More(
                        json.writeValueAsString(new Place(sets.getLast().place(), deleted)), deleted, context.total());
    }

    private long remove(AccountId account, List<ContactId> spare, String by) {
        long deleted = 0;
        for (int at = 0; at < spare.size(); at += ContactRemoval.MOST_AT_ONCE) {
            List<ContactId> some = spare.subList(at, Math.min(spare.size(), at + ContactRemoval.MOST_AT_ONCE));
            deleted += removal.delete(account, some, by).deleted();
        }
        return deleted;
    }
}

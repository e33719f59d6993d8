package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Starts loads into a group by its name, which is made when there is none. */
@Service
public class LoadDesk {
    private final Contacts contacts;
    private final GroupDesk groups;
    private final Transactions transactions;

    LoadDesk(Contacts contacts, GroupDesk groups, Transactions transactions) {
        this.contacts = contacts;
        this.groups = groups;
        this.transactions = transactions;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Started(JobId job, Group group) implements Answer {}

        /** The name of the group is empty, too long, or that of a segment. */
        record BadName() implements Answer {}

        /** The account has no room for another group. */
        record TooMany() implements Answer {}
    }

    /**
     * What a person has chosen.
     *
     * @param headerRows rows to pass over
     * @param columns field by column; each field once, the phone among them
     */
    public record Plan(FileId file, TablePreviews.Look look, int headerRows, Map<Integer, ContactField> columns) {}

    /** Starts a load into the group of this name. */
    public Answer start(AccountId account, Plan plan, String group) {
        return transactions.call(() -> switch (groups.create(account, group)) {
            case GroupDesk.Answer.Saved(Group saved) -> started(account, plan, saved);
            case GroupDesk.Answer.Taken(Group taken) when taken.living() -> new Answer.BadName();
            case GroupDesk.Answer.Taken(Group taken) -> started(account, plan, taken);
            case GroupDesk.Answer.BadName() -> new Answer.BadName();
            case GroupDesk.Answer.TooMany() -> new Answer.TooMany();
            case GroupDesk.Answer.Gone() -> throw new IllegalStateException("A group went while it was made");
        });
    }

    private Answer started(AccountId account, Plan plan, Group group) {
        Load load = new Load(
                plan.file(),
                plan.look().sheet(),
                plan.headerRows(),
                plan.columns().entrySet().stream()
                        .collect(Collectors.toMap(
                                Map.Entry::getKey, column -> column.getValue().key())),
                group.id(),
                plan.look().charset() == null ? null : plan.look().charset().name(),
                plan.look().separator());
        return new Answer.Started(contacts.load(account, load), group);
    }
}

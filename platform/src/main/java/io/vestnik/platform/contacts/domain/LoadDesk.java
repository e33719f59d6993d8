package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.Agreed;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.Sheet;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.Charset;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Starts loads into a group by its name, which is made when there is none. */
@Service
public class LoadDesk {
    private final Contacts contacts;
    private final GroupDesk groups;
    private final FieldDesk fields;
    private final KnownHeaders known;
    private final Transactions transactions;

    LoadDesk(Contacts contacts, GroupDesk groups, FieldDesk fields, KnownHeaders known, Transactions transactions) {
        this.fields = fields;
        this.contacts = contacts;
        this.groups = groups;
        this.known = known;
        this.transactions = transactions;
    }

    /** What came of it. */
    public sealed interface Answer {
        /**
         * It has begun.
         *
         * @param fields the keys of the fields that were made, in the order of the plan
         */
        record Started(JobId job, Group group, List<String> fields) implements Answer {
            public Started {
                fields = List.copyOf(fields);
            }
        }

        /** The name of the group is empty, too long, or that of a segment. */
        record BadName() implements Answer {}

        /** The account has no room for another group. */
        record TooMany() implements Answer {}

        /** A new field cannot be made: nothing was. */
        record BadField(NewField.Fault fault) implements Answer {}
    }

    /**
     * What a person has chosen of a table.
     *
     * @param sheets at least one
     * @param headers the names of the columns of each of these sheets, to be known the next time; none where a sheet has no header
     * @param agreed to what these people agreed; none when nothing is said of it
     * @param fields to be made; columns name them by their places in this list
     */
    public record Plan(
            FileId file,
            TablePreviews.Look look,
            List<Sheet> sheets,
            Map<Integer, List<String>> headers,
            Existing existing,
            @Nullable Agreed agreed,
            List<NewField> fields) {
        public Plan {
            fields = List.copyOf(fields);
            sheets = List.copyOf(sheets);
            headers = Map.copyOf(headers);
        }
    }

    /** Starts a load of a table into the group of this name. */
    public Answer start(AccountId account, Plan plan, String group) {
        return transactions.call(() -> fields.fault(account, plan.fields())
                .<Answer>map(Answer.BadField::new)
                .orElseGet(() -> startWith(account, plan, group)));
    }

    private Answer startWith(AccountId account, Plan plan, String group) {
        return into(account, group, saved -> {
            List<String> made = fields.addAll(account, plan.fields());
            List<Sheet> sheets = plan.sheets().stream()
                    .map(sheet -> NewField.resolved(sheet, made))
                    .toList();
            for (Sheet sheet : sheets) {
                List<String> header = plan.headers().get(sheet.number());
                if (header != null) {
                    known.remember(account, header, sheet.columns(), null);
                }
            }
            Charset charset = plan.look().charset();
            return new Ready(
                    new Load(
                            plan.file(),
                            sheets,
                            saved.id(),
                            plan.existing(),
                            charset == null ? null : charset.name(),
                            plan.look().separator(),
                            plan.agreed()),
                    made);
        });
    }

    /** Starts a load of the phones of a text into the group of this name. */
    public Answer startText(AccountId account, FileId text, String group) {
        return into(account, group, saved -> new Ready(Load.ofText(text, saved.id()), List.of()));
    }

    /** A load, and the keys of the fields that were made for it. */
    private record Ready(Load load, List<String> fields) {}

    private Answer into(AccountId account, String group, Function<Group, Ready> prepare) {
        return transactions.call(() -> switch (groups.create(account, group)) {
            case GroupDesk.Answer.Saved(Group saved) -> started(account, saved, prepare.apply(saved));
            case GroupDesk.Answer.Taken(Group taken) when taken.living() -> new Answer.BadName();
            case GroupDesk.Answer.Taken(Group taken) -> started(account, taken, prepare.apply(taken));
            case GroupDesk.Answer.BadName() -> new Answer.BadName();
            case GroupDesk.Answer.TooMany() -> new Answer.TooMany();
            case GroupDesk.Answer.Gone() -> throw new IllegalStateException("A group went while it was made");
        });
    }

    private Answer started(AccountId account, Group group, Ready ready) {
        return new Answer.Started(contacts.load(account, ready.load()), group, ready.fields());
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The sets of a search with the people in them, and what people may be alike by. */
@Component
public class AlikePeople {
    private final DuplicateStore duplicates;
    private final ContactStore contacts;
    private final Fields fields;

    AlikePeople(DuplicateStore duplicates, ContactStore contacts, Fields fields) {
        this.duplicates = duplicates;
        this.contacts = contacts;
        this.fields = fields;
    }

    /** A page of sets, each with those who are there still. */
    public Slice<List<Contact>> sets(AccountId account, JobId search, long after, int limit) {
        List<DuplicateStore.Alike> sets = duplicates.sets(account, search, after, limit + 1);
        List<ContactId> ids = sets.stream().flatMap(set -> set.ids().stream()).toList();
        Map<ContactId, Contact> there =
                contacts.chosen(account, ids).stream().collect(Collectors.toMap(Contact::id, contact -> contact));
        return Slice.of(sets, limit, set -> Long.toString(set.place()))
                .map(set -> set.ids().stream()
                        .flatMap(id -> Optional.ofNullable(there.get(id)).stream())
                        .toList());
    }

    /** Those fields of an account's own that tell people apart. */
    public Stream<NamedField> own(AccountId account) {
        return fields.shown(account).stream()
                .filter(field -> field.own() && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.NUMBER));
    }
}

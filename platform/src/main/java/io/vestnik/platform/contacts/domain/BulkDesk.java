package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.BulkContacts;
import io.vestnik.platform.contacts.ContactCards.Told;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Writes people as a load does, in one chunk. */
@Service
class BulkDesk implements BulkContacts {
    private final CardReader reader;
    private final ChunkWriter writer;
    private final ContactStore contacts;
    private final GroupStore groups;
    private final Transactions transactions;

    BulkDesk(
            CardReader reader,
            ChunkWriter writer,
            ContactStore contacts,
            GroupStore groups,
            Transactions transactions) {
        this.reader = reader;
        this.writer = writer;
        this.contacts = contacts;
        this.groups = groups;
        this.transactions = transactions;
    }

    @Override
    public Optional<List<Put>> put(AccountId account, List<Told> people, Existing existing, @Nullable GroupId group) {
        if (people.size() > MOST_AT_ONCE || existing == Existing.OVERWRITE) {
            throw new IllegalArgumentException("Not a bulk: " + people.size() + ", " + existing);
        }
        if (group != null && groups.find(account, group).filter(Group::living).isPresent()) {
            return Optional.empty();
        }
        Function<Told, CardReader.Read> reading = reader.of(account);
        List<@Nullable Put> answers = new ArrayList<>(people.size());
        Map<String, NewContact> fresh = new LinkedHashMap<>();
        for (Told told : people) {
            answers.add(
                    switch (reading.apply(told)) {
                        case CardReader.Read.No no -> new Put.Refused(no.fault());
                        case CardReader.Read.Understood read ->
                            fresh.putIfAbsent(told.phone(), read.contact()) == null ? null : new Put.Duplicate();
                    });
        }
        return transactions
                .call(() -> write(account, group, fresh, new Merging(existing, Set.of())))
                .map(kept -> merged(people, answers, kept));
    }

    private Optional<Map<String, Put>> write(
            AccountId account, @Nullable GroupId group, Map<String, NewContact> people, Merging merging) {
        return writer.write(account, group, people.values(), merging).map(done -> {
            Map<String, Put> kept = new HashMap<>();
            for (Contact contact : people.isEmpty() ? List.<Contact>of() : contacts.lock(account, people.keySet())) {
                String phone = contact.phone();
                Change change = done.added().contains(phone)
                        ? Change.ADDED
                        : done.changed().contains(phone) ? Change.CHANGED : Change.UNCHANGED;
                kept.put(phone, new Put.Kept(contact.id().value(), change));
            }
            return kept;
        });
    }

    private static List<Put> merged(List<Told> people, List<@Nullable Put> answers, Map<String, Put> kept) {
        List<Put> all = new ArrayList<>(people.size());
        for (int i = 0; i < people.size(); i++) {
            Put answer = answers.get(i);
            all.add(answer == null ? kept.get(people.get(i).phone()) : answer);
        }
        return all;
    }
}

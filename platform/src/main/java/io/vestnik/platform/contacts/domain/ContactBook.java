package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, over the stores. */
@Service
class ContactBook implements Contacts {
    private static final int MOST_AT_ONCE = 20_000;

    private final ContactStore contacts;
    private final GroupStore groups;
    private final GroupDesk desk;
    private final LoadStarts loads;

    ContactBook(ContactStore contacts, GroupStore groups, GroupDesk desk, LoadStarts loads) {
        this.contacts = contacts;
        this.groups = groups;
        this.desk = desk;
        this.loads = loads;
    }

    @Override
    public List<Group> groups(AccountId account) {
        return groups.list(account);
    }

    @Override
    public Group groupNamed(AccountId account, String name) {
        return switch (desk.create(account, name)) {
            case GroupDesk.Answer.Saved(Group group) -> group;
            case GroupDesk.Answer.Taken(Group group)
            when group.living() ->
                throw new IllegalArgumentException("Nobody can be put into a segment: " + group.id());
            case GroupDesk.Answer.Taken(Group group) -> group;
            case GroupDesk.Answer.BadName() -> throw new IllegalArgumentException("Not a name of a group");
            case GroupDesk.Answer.TooMany() -> throw new IllegalStateException("The account has too many groups");
            case GroupDesk.Answer.Gone() -> throw new IllegalStateException("A group went while it was made");
        };
    }

    @Override
    public Optional<Group> group(AccountId account, GroupId id) {
        return groups.find(account, id);
    }

    @Override
    public Slice<Recipient> members(
            AccountId account, Collection<GroupId> chosen, Set<String> fields, @Nullable String after, int limit) {
        checkSize(limit);
        return groups.members(account, chosen, fields, after, limit);
    }

    @Override
    public Set<String> among(AccountId account, Collection<GroupId> chosen, Collection<String> phones) {
        checkSize(phones.size());
        return groups.among(account, chosen, phones);
    }

    @Override
    public List<Recipient> known(AccountId account, Collection<String> phones) {
        checkSize(phones.size());
        return contacts.known(account, phones);
    }

    @Override
    public JobId load(AccountId account, Load load) {
        return loads.start(
                account,
                load,
                groups.find(account, load.group()).map(Group::name).orElse(""));
    }

    private static void checkSize(int size) {
        if (size > MOST_AT_ONCE) {
            throw new IllegalArgumentException("At most " + MOST_AT_ONCE + " at once, not " + size);
        }
    }
}

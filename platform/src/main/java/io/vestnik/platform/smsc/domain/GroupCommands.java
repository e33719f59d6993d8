package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Groups. Their number in {@code G…} is their id. */
@Component
class GroupCommands {
    private final Contacts contacts;
    private final Groups groups;
    private final ContactBooks books;

    GroupCommands(Contacts contacts, Groups groups, ContactBooks books) {
        this.contacts = contacts;
        this.groups = groups;
        this.books = books;
    }

    Answer get(Client client, Params params) {
        List<Item> items = contacts.groups(client.account()).stream()
                .map(group -> Item.of(
                        "id", group.id().value(),
                        "name", group.name(),
                        "number", group.id().toString(),
                        "cnt", Long.toString(group.contacts())))
                .toList();
        return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
    }

    Answer add(Client client, Params params) {
        if (!params.has("name") || params.on("type")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return answer(groups.create(client.account(), params.get("name")), true);
    }

    Answer change(Client client, Params params) {
        Optional<GroupId> group = books.group(params.get("grp"));
        return group.isEmpty() || !params.has("name")
                ? new Answer.Refused(Fault.PARAMETERS)
                : answer(groups.rename(client.account(), group.get(), params.get("name"), null), false);
    }

    Answer delete(Client client, Params params) {
        Optional<GroupId> group = books.group(params.get("grp"));
        if (group.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return groups.delete(client.who(), group.get()) ? new Answer.Done() : new Answer.Refused(Fault.NOT_FOUND);
    }

    private static Answer answer(Groups.Answer answer, boolean created) {
        return switch (answer) {
            case Groups.Answer.Kept(Group group) ->
                created ? new Answer.One(Created.item(group.id().value())) : new Answer.Done();
            case Groups.Answer.Taken _, Groups.Answer.Stale _, Groups.Answer.BadName _, Groups.Answer.TooMany _ ->
                new Answer.Refused(Fault.FAILED);
            case Groups.Answer.Gone _ -> new Answer.Refused(Fault.NOT_FOUND);
        };
    }

    /** Puts a contact into a group and out of all others, contacts besides into a group, or out of it. */
    Answer move(Client client, Params params) {
        AccountId account = client.account();
        Optional<GroupId> group = books.group(params.get("grp"));
        List<String> phones = books.phones(account, params.get("phone"));
        if (group.isEmpty() || phones.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return switch (params.get("move_group")) {
            case "1" ->
                phones.size() == 1
                        ? books.only(account, phones.getFirst(), group.get())
                        : new Answer.Refused(Fault.PARAMETERS);
            case "2" ->
                groups.join(account, group.get(), phones, false)
                        .filter(all -> all.stream().anyMatch(it -> it != Groups.Membership.UNKNOWN))
                        .<Answer>map(_ -> new Answer.Done())
                        .orElseGet(() -> new Answer.Refused(Fault.NOT_FOUND));
            case "3" ->
                groups.leave(account, group.get(), phones)
                        .<Answer>map(_ -> new Answer.Done())
                        .orElseGet(() -> new Answer.Refused(Fault.NOT_FOUND));
            default -> new Answer.Refused(Fault.PARAMETERS);
        };
    }
}

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
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.springframework.stereotype.Component;

/** Groups. Their number in {@code G…} is the one that a program gave them, or their id. */
@Component
class GroupCommands {
    private final Contacts contacts;
    private final Groups groups;
    private final ContactBooks books;
    private final NumberedGroups numbers;
    private final Transactions transactions;

    GroupCommands(
            Contacts contacts, Groups groups, ContactBooks books, NumberedGroups numbers, Transactions transactions) {
        this.contacts = contacts;
        this.groups = groups;
        this.books = books;
        this.numbers = numbers;
        this.transactions = transactions;
    }

    Answer get(Client client, Params params) {
        Map<GroupId, Long> given = numbers.all(client.account());
        List<Item> items = contacts.groups(client.account()).stream()
                .map(group -> Item.of(
                        "id", group.id().value(),
                        "name", group.name(),
                        "number",
                                Long.toString(given.getOrDefault(
                                        group.id(), group.id().value())),
                        "cnt", Long.toString(group.contacts())))
                .toList();
        return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
    }

    Answer add(Client client, Params params) {
        if (!params.has("name") || params.on("type") || isBad(params)) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        AccountId account = client.account();
        return whole(() -> {
            Groups.Answer answer = groups.create(account, params.get("name"));
            return answer instanceof Groups.Answer.Kept(Group group) && !numbered(account, group.id(), params)
                    ? new Answer.Refused(Fault.FAILED)
                    : answer(answer, true);
        });
    }

    Answer change(Client client, Params params) {
        Optional<GroupId> group = books.group(params.get("grp"));
        if (group.isEmpty() || (!params.has("name") && !params.has("num")) || isBad(params)) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        AccountId account = client.account();
        if (contacts.group(account, group.get()).isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        return whole(() -> {
            Answer answer = params.has("name")
                    ? answer(groups.rename(account, group.get(), params.get("name"), null), false)
                    : new Answer.Done();
            return answer instanceof Answer.Done && !numbered(account, group.get(), params)
                    ? new Answer.Refused(Fault.FAILED)
                    : answer;
        });
    }

    /** All of it, or, where the number is another group's, nothing. */
    private Answer whole(Supplier<Answer> work) {
        return transactions.attempt(work, answer -> !(answer instanceof Answer.Refused));
    }

    private boolean numbered(AccountId account, GroupId group, Params params) {
        return !params.has("num")
                || numbers.give(account, group, params.number("num").orElseThrow());
    }

    private static boolean isBad(Params params) {
        return params.has("num") && params.number("num").orElse(0) < 1;
    }

    Answer delete(Client client, Params params) {
        Optional<GroupId> group = books.group(params.get("grp"));
        if (group.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return transactions.<Answer>call(() -> {
            if (!groups.delete(client.who(), group.get())) {
                return new Answer.Refused(Fault.NOT_FOUND);
            }
            numbers.forget(client.account(), group.get());
            return new Answer.Done();
        });
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

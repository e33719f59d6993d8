package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.BulkContacts;
import io.vestnik.platform.contacts.BulkContacts.Put;
import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.ContactCards.Told;
import io.vestnik.platform.contacts.ContactCards.Wanted;
import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Contacts: who is known, by name, birthday, e-mail and comment. */
@Component
class ContactCommands {
    private static final int PAGE = 1_000;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");
    /** Parameters of the service and the fields that they tell. */
    private static final Map<String, String> FIELDS = Map.of(
            "name", "name",
            "fnm", "name",
            "lnm", "surname",
            "mnm", "patronymic",
            "bd", "birthday",
            "mail", "email",
            "cmt", "comment");

    private final ContactCards cards;
    private final BulkContacts bulk;
    private final Groups groups;
    private final ContactBooks books;

    ContactCommands(ContactCards cards, BulkContacts bulk, Groups groups, ContactBooks books) {
        this.cards = cards;
        this.bulk = bulk;
        this.groups = groups;
        this.books = books;
    }

    private static Map<String, String> told(Params params) {
        Map<String, String> fields = new HashMap<>();
        FIELDS.forEach((parameter, field) -> {
            if (params.has(parameter) && !(parameter.equals("name") && params.has("fnm"))) {
                fields.put(field, params.get(parameter));
            }
        });
        return fields;
    }

    Answer add(Client client, Params params) {
        AccountId account = client.account();
        List<String> phones = books.phones(account, params.get("phone"));
        Optional<List<GroupId>> chosen = books.groups(account, params.get("grp"));
        if (phones.isEmpty() || chosen.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        List<GroupId> all = chosen.get();
        Map<String, String> fields = told(params);
        Optional<List<Put>> put = bulk.put(
                account,
                phones.stream().map(phone -> new Told(phone, fields)).toList(),
                Existing.FILL,
                all.isEmpty() ? null : all.getFirst());
        all.stream().skip(1).forEach(group -> groups.join(account, group, phones, false));
        return put.flatMap(it -> it.stream()
                        .filter(Put.Kept.class::isInstance)
                        .map(Put.Kept.class::cast)
                        .findFirst())
                .<Answer>map(kept -> new Answer.One(Created.item(kept.id())))
                .orElseGet(() -> new Answer.Refused(Fault.FAILED));
    }

    Answer change(Client client, Params params) {
        AccountId account = client.account();
        List<String> phones = books.phones(account, params.get("phone"));
        List<String> other = params.has("new_phone") ? books.phones(account, params.get("new_phone")) : phones;
        Optional<List<GroupId>> chosen = books.groups(account, params.get("grp"));
        if (phones.size() != 1 || other.size() != 1 || chosen.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<Card> card = books.card(account, phones.getFirst());
        if (card.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        Map<String, String> fields = new HashMap<>(card.get().fields());
        fields.putAll(told(params));
        if (params.has("new_mail")) {
            fields.put("email", params.get("new_mail"));
        }
        return books.save(
                account,
                card.get(),
                new Told(other.getFirst(), fields),
                params.has("grp") ? chosen.get() : cards.groupsOf(account, card.get()));
    }

    Answer delete(Client client, Params params) {
        List<String> phones = books.phones(client.account(), params.get("phone"));
        if (phones.size() != 1) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return books.card(client.account(), phones.getFirst())
                        .filter(card -> cards.delete(client.who(), card.id()))
                        .isPresent()
                ? new Answer.Done()
                : new Answer.Refused(Fault.NOT_FOUND);
    }

    /** One by its phone, or a thousand at most: the next are those after the last one's number. */
    Answer get(Client client, Params params) {
        AccountId account = client.account();
        Optional<GroupId> group = books.group(params.get("grp"));
        if (params.has("grp") && group.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (params.has("phone")) {
            return one(account, params, group);
        }
        String search = params.has("fio") ? params.get("fio") : params.get("search");
        Optional<String> cursor = params.has("after_id") ? cursor(account, params, group) : Optional.empty();
        if (params.has("after_id") && cursor.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        List<Item> items =
                cards.list(account, new Wanted(search, group.orElse(null)), cursor.orElse(null), PAGE).items().stream()
                        .map(card -> item(card, group.map(List::of).orElse(null)))
                        .toList();
        return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
    }

    private Answer one(AccountId account, Params params, Optional<GroupId> group) {
        List<String> phones = books.phones(account, params.get("phone"));
        if (phones.size() != 1) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<Card> card = books.card(account, phones.getFirst());
        List<GroupId> groups = card.map(it -> cards.groupsOf(account, it)).orElse(List.of());
        return card.filter(_ -> group.isEmpty() || groups.contains(group.get()))
                .<Answer>map(it -> new Answer.Many(List.of(item(it, groups))))
                .orElseGet(() -> new Answer.Refused(Fault.NOT_FOUND));
    }

    /** A group is listed by phone, all others by number. */
    private Optional<String> cursor(AccountId account, Params params, Optional<GroupId> group) {
        Optional<Long> after =
                params.number("after_id").stream().boxed().filter(it -> it > 0).findFirst();
        return group.isEmpty()
                ? after.map(it -> Long.toString(it))
                : after.flatMap(it -> cards.find(account, it)).map(Card::phone);
    }

    private static String written(List<GroupId> groups) {
        return groups.isEmpty() ? "0" : groups.stream().map(GroupId::toString).collect(Collectors.joining(","));
    }

    /** Of a list only the group is told by which it was asked for. */
    private static Item item(Card card, @Nullable List<GroupId> groups) {
        Item item = Item.of(
                "id", card.id(),
                "name", card.fields().getOrDefault("name", ""),
                "phone", card.phone());
        return (groups == null ? item : item.with("group", written(groups)))
                .with("first_name", card.fields().getOrDefault("name", ""))
                .with("last_name", card.fields().getOrDefault("surname", ""))
                .with("middle_name", card.fields().getOrDefault("patronymic", ""))
                .with("birthday", day(card.fields().getOrDefault("birthday", "")))
                .with("comments", card.fields().getOrDefault("comment", ""))
                .with("tags", "")
                .with("phone_other", "")
                .with("int_id", card.id());
    }

    /** {@code 31.12.1990} of what is kept as {@code 1990-12-31}. */
    private static String day(String kept) {
        return kept.isEmpty() ? "" : DAY.format(LocalDate.parse(kept));
    }
}

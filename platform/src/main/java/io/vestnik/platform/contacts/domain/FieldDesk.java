package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** Makes, names, orders and deletes the fields of an account's contacts, and the sets of its groups. */
@Service
public class FieldDesk {
    /** How long a name may be: as a placeholder it has room for a word that stands for an empty value. */
    public static final int LONGEST_NAME = 40;

    /** How many choices a field may have, and how long each may be. */
    public static final int MOST_CHOICES = 100;

    public static final int LONGEST_CHOICE = 100;

    private static final String NO_PLACE_IN_TEXTS = "[]{}|\\=";

    private final Fields fields;
    private final FieldStore store;
    private final FieldNames names;
    private final Transactions transactions;
    private final Clock clock;

    FieldDesk(Fields fields, FieldStore store, FieldNames names, Transactions transactions, Clock clock) {
        this.fields = fields;
        this.store = store;
        this.names = names;
        this.transactions = transactions;
        this.clock = clock;
    }

    /** What came of it. */
    public sealed interface Answer {
        record Saved(NamedField field) implements Answer {}

        /** Another field is called so, in the one language or the other. */
        record Taken() implements Answer {}

        /** It is empty, too long, does not begin with a letter, or has a bracket, which would spoil it as a placeholder. */
        record BadName() implements Answer {}

        /** A choice needs 1 to {@link #MOST_CHOICES} of them, each of at most {@link #LONGEST_CHOICE} characters. */
        record BadChoices() implements Answer {}

        /** The account has {@link Fields#MOST_OWN} of its own. */
        record TooMany() implements Answer {}

        record Gone() implements Answer {}
    }

    /** Makes a field of the account's own. */
    public Answer add(AccountId account, String written, FieldKind kind, List<String> writtenChoices) {
        String name = CellReader.text(written).strip();
        List<String> choices = choices(writtenChoices);
        return transactions.call(() -> {
            store.hold(account);
            List<NamedField> all = fields.all(account);
            if (!kind.mayBeMade() || bad(name)) {
                return new Answer.BadName();
            }
            if (names.taken(all, name, "")) {
                return new Answer.Taken();
            }
            if (kind == FieldKind.CHOICE && badChoices(choices)) {
                return new Answer.BadChoices();
            }
            if (full(all, 1)) {
                return new Answer.TooMany();
            }
            String key = store.add(account, name, kind, kind == FieldKind.CHOICE ? choices : List.of());
            return fields.find(account, key).<Answer>map(Answer.Saved::new).orElseGet(Answer.Gone::new);
        });
    }

    /** Why these cannot all be made; none when they can. */
    public Optional<NewField.Fault> fault(AccountId account, List<NewField> wanted) {
        List<NamedField> all = fields.all(account);
        for (NewField field : wanted) {
            if (bad(field.name())) {
                return Optional.of(new NewField.Fault(field.name(), new Answer.BadName()));
            }
            if (names.taken(all, field.name(), "")) {
                return Optional.of(new NewField.Fault(field.name(), new Answer.Taken()));
            }
        }
        return full(all, wanted.size())
                ? Optional.of(new NewField.Fault(null, new Answer.TooMany()))
                : Optional.empty();
    }

    /** Makes these, which have no {@link #fault}; tells their keys in their order. */
    List<String> addAll(AccountId account, List<NewField> wanted) {
        return wanted.stream()
                .map(field -> store.add(account, field.name(), field.kind(), List.of()))
                .toList();
    }

    /**
     * Changes a field.
     *
     * @param written the new name; empty for a built-in field's own
     * @param shown whether it is used; the phone always is
     */
    public Answer change(AccountId account, String key, String written, List<String> writtenChoices, boolean shown) {
        String name = CellReader.text(written).strip();
        List<String> choices = choices(writtenChoices);
        return transactions.call(() -> {
            store.hold(account);
            List<NamedField> all = fields.all(account);
            Optional<NamedField> there =
                    all.stream().filter(it -> it.key().equals(key)).findFirst();
            if (there.isEmpty()) {
                return new Answer.Gone();
            }
            NamedField field = there.get();
            boolean nameless = name.isEmpty() && !field.own();
            if (!nameless && bad(name)) {
                return new Answer.BadName();
            }
            if (!nameless && names.taken(all, name, key)) {
                return new Answer.Taken();
            }
            boolean choice = field.own() && field.kind() == FieldKind.CHOICE;
            if (choice && badChoices(choices)) {
                return new Answer.BadChoices();
            }
            boolean hidden = !shown && !key.equals(ContactField.PHONE.key());
            String given = nameless || (!field.own() && names.isOwn(field, name)) ? null : name;
            store.change(account, key, given, choice ? choices : List.of(), hidden);
            return fields.find(account, key).<Answer>map(Answer.Saved::new).orElseGet(Answer.Gone::new);
        });
    }

    /** Moves a field so many places down, or up when it is negative; false when there is no such field. */
    public boolean move(AccountId account, String key, int by) {
        return transactions.call(() -> {
            store.hold(account);
            List<String> keys = new ArrayList<>(
                    fields.all(account).stream().map(NamedField::key).toList());
            int at = keys.indexOf(key);
            if (at >= 0) {
                keys.add(Math.clamp((long) at + by, 0, keys.size() - 1), keys.remove(at));
                store.order(account, keys);
            }
            return at >= 0;
        });
    }

    /** Deletes a field of the account's own; its values stay for as long as it can be undone. */
    public boolean delete(AccountId account, String key) {
        return transactions.call(() -> {
            store.hold(account);
            return store.delete(account, key, clock.instant());
        });
    }

    /** Takes a deletion back; a field whose name another has taken meanwhile gets a number behind it. */
    public Answer restore(AccountId account, String key) {
        return transactions.call(() -> {
            store.hold(account);
            List<NamedField> all = fields.all(account);
            if (all.stream().anyMatch(field -> field.own() && field.key().equals(key))) {
                return fields.find(account, key).<Answer>map(Answer.Saved::new).orElseGet(Answer.Gone::new);
            }
            if (full(all, 1)) {
                return new Answer.TooMany();
            }
            Optional<FieldStore.Row> row = store.restore(account, key);
            String name = row.map(FieldStore.Row::name).orElse("");
            if (row.isPresent() && names.taken(all, name, key)) {
                String free = IntStream.iterate(2, n -> n + 1)
                        .mapToObj(n -> name + " " + n)
                        .filter(it -> !names.taken(all, it, key))
                        .findFirst()
                        .orElseThrow();
                store.change(account, key, free, row.get().choices(), row.get().hidden());
            }
            return fields.find(account, key).<Answer>map(Answer.Saved::new).orElseGet(Answer.Gone::new);
        });
    }

    /** How many contacts have a value of it. */
    public long filled(AccountId account, String key) {
        return store.filled(account, key);
    }

    /** The set of a group's own: names by key, empty where it keeps the account's; no keys when it has none. */
    public Map<String, String> setOf(AccountId account, GroupId group) {
        return store.ofGroup(account, group);
    }

    /**
     * Gives a group a set of its own; an empty one takes it away. What cannot be filled is passed over.
     *
     * @return false when a name will not do, and nothing was changed
     */
    public boolean set(AccountId account, GroupId group, Map<String, String> written) {
        return transactions.call(() -> {
            store.hold(account);
            List<NamedField> all = fields.all(account);
            Map<String, String> set = new LinkedHashMap<>();
            for (NamedField field : all) {
                String name =
                        CellReader.text(written.getOrDefault(field.key(), "")).strip();
                if (!name.isEmpty() && bad(name)) {
                    return false;
                }
                if (field.filled() && written.containsKey(field.key())) {
                    set.put(field.key(), name.equals(field.given()) || names.isOwn(field, name) ? "" : name);
                }
            }
            store.ofGroup(account, group, set);
            return true;
        });
    }

    private static boolean full(List<NamedField> all, int more) {
        return all.stream().filter(NamedField::own).count() + more > Fields.MOST_OWN;
    }

    private static boolean bad(String name) {
        return name.isEmpty()
                || name.length() > LONGEST_NAME
                || !Character.isLetter(name.codePointAt(0))
                || name.chars().anyMatch(c -> NO_PLACE_IN_TEXTS.indexOf(c) >= 0);
    }

    private static boolean badChoices(List<String> choices) {
        return choices.isEmpty()
                || choices.size() > MOST_CHOICES
                || choices.stream().anyMatch(choice -> choice.length() > LONGEST_CHOICE);
    }

    private static List<String> choices(List<String> written) {
        Map<String, String> choices = new LinkedHashMap<>();
        for (String line : written) {
            String choice = CellReader.text(line).strip();
            if (!choice.isEmpty()) {
                choices.putIfAbsent(choice.toLowerCase(Locale.ROOT), choice);
            }
        }
        return List.copyOf(choices.values());
    }
}

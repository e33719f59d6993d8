package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.NamedField.Source;
import io.vestnik.platform.kernel.AccountId;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** Lays what an account changed over the fields that every account has. */
@Service
class FieldBook implements Fields {
    /** In the order in which people look for them; an account's own ones come before what is found. */
    private static final List<NamedField> EVERYWHERE = List.of(
            typed("phone", FieldKind.TEXT),
            typed("surname", FieldKind.TEXT),
            typed("name", FieldKind.TEXT),
            typed("patronymic", FieldKind.TEXT),
            new NamedField("sex", Source.BUILT_IN, FieldKind.CHOICE, null, List.of("m", "f"), true),
            typed("birthday", FieldKind.DATE),
            typed("email", FieldKind.TEXT),
            typed("comment", FieldKind.TEXT),
            found("country", FieldKind.TEXT),
            found("operator", FieldKind.TEXT),
            found("region", FieldKind.TEXT),
            found("zone", FieldKind.TEXT),
            found("created", FieldKind.MOMENT));

    private final FieldStore store;

    FieldBook(FieldStore store) {
        this.store = store;
    }

    /** A field and where it stands: fields that were never moved stand behind the moved ones, in the order of the code. */
    private record Placed(NamedField field, int place) {}

    @Override
    public List<NamedField> all(AccountId account) {
        Map<String, FieldStore.Row> rows =
                store.list(account).stream().collect(Collectors.toMap(FieldStore.Row::key, Function.identity()));
        List<Placed> placed = new ArrayList<>();
        for (NamedField field : EVERYWHERE) {
            FieldStore.Row row = rows.remove(field.key());
            placed.add(new Placed(laid(field, row), place(row, field.filled() ? 1_000 : 3_000)));
        }
        rows.values().stream()
                .filter(row -> row.kind() != null)
                .sorted(Comparator.comparingInt(
                        row -> Integer.parseInt(row.key().substring(1))))
                .forEach(row -> placed.add(new Placed(own(row), place(row, 2_000))));
        return placed.stream()
                .sorted(Comparator.comparingInt(Placed::place))
                .map(Placed::field)
                .toList();
    }

    @Override
    public List<NamedField> all(AccountId account, GroupId group) {
        Map<String, String> set = store.ofGroup(account, group);
        List<NamedField> all = all(account);
        return set.isEmpty() ? all : all.stream().map(field -> of(set, field)).toList();
    }

    private static NamedField of(Map<String, String> set, NamedField field) {
        String name = set.getOrDefault(field.key(), "");
        return new NamedField(
                field.key(),
                field.source(),
                field.kind(),
                name.isEmpty() ? field.given() : name,
                field.choices(),
                field.filled() ? isPhone(field) || set.containsKey(field.key()) : field.shown());
    }

    private static boolean isPhone(NamedField field) {
        return field.key().equals(ContactField.PHONE.key());
    }

    private static int place(FieldStore.@Nullable Row row, int otherwise) {
        return row == null || row.place() == null ? otherwise : row.place();
    }

    private static NamedField laid(NamedField field, FieldStore.@Nullable Row row) {
        return row == null
                ? field
                : new NamedField(field.key(), field.source(), field.kind(), row.name(), field.choices(), !row.hidden());
    }

    private static NamedField own(FieldStore.Row row) {
        return new NamedField(
                row.key(), Source.OWN, Objects.requireNonNull(row.kind()), row.name(), row.choices(), !row.hidden());
    }

    private static NamedField typed(String key, FieldKind kind) {
        return new NamedField(key, Source.BUILT_IN, kind, null, List.of(), true);
    }

    private static NamedField found(String key, FieldKind kind) {
        return new NamedField(key, Source.FOUND, kind, null, List.of(), true);
    }
}

package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.NewField;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.IntFunction;

/** The columns of a table that become new fields, sheet by sheet: columns of one name and kind on several sheets are one field. */
final class NewColumns {
    private final List<NewField> fields = new ArrayList<>();

    /**
     * The columns of a sheet, with new ones by their places in {@link #fields}.
     *
     * @param name of a column, not empty
     */
    Map<Integer, String> placed(Map<Integer, String> columns, IntFunction<String> name) {
        Map<Integer, String> placed = new HashMap<>();
        Set<String> here = new HashSet<>();
        new TreeMap<>(columns).forEach((column, key) -> {
            Optional<FieldKind> kind = NewField.chosen(key);
            placed.put(
                    column,
                    kind.isEmpty() ? key : NewField.placeholder("" + place(name.apply(column), kind.get(), here)));
        });
        return placed;
    }

    private int place(String name, FieldKind kind, Set<String> here) {
        for (int i = 1; ; i++) {
            String called = i == 1 ? name : NewField.numbered(name, i);
            int at = at(called);
            boolean another = at >= 0 && fields.get(at).kind() != kind;
            if (!another && here.add(called.toLowerCase(Locale.ROOT))) {
                if (at < 0) {
                    fields.add(new NewField(called, kind));
                }
                return at < 0 ? fields.size() - 1 : at;
            }
        }
    }

    private int at(String name) {
        for (int i = 0; i < fields.size(); i++) {
            if (fields.get(i).name().equalsIgnoreCase(name)) {
                return i;
            }
        }
        return -1;
    }

    List<NewField> fields() {
        return List.copyOf(fields);
    }
}

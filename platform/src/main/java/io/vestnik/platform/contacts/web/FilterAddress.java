package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.ContactId;
import io.vestnik.platform.contacts.domain.ContactRemoval;
import io.vestnik.platform.contacts.domain.TrashStore.Wanted;
import io.vestnik.platform.shell.ClauseGroup;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Selection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/** Ids of contacts' things as an address says them; what is spoilt in it is passed over. */
final class FilterAddress {
    private FilterAddress() {}

    /** An id as it is written. */
    static Optional<GroupId> group(String written) {
        return written.matches("[1-9]\\d{0,17}") ? Optional.of(new GroupId(Long.parseLong(written))) : Optional.empty();
    }

    /** Those chosen row by row, at most as many as can be done at once. */
    static List<ContactId> chosen(Selection selection) {
        return selection.ids().stream()
                .filter(id -> id.matches("[1-9]\\d{0,17}"))
                .map(id -> new ContactId(Long.parseLong(id)))
                .distinct()
                .limit(ContactRemoval.MOST_AT_ONCE)
                .toList();
    }

    /** Which deleted contacts the address asks for. */
    static Wanted deleted(ListQuery query) {
        return new Wanted(
                query.search(),
                query.filter("deletion")
                        .filter(it -> it.matches("\\d{1,18}"))
                        .map(Long::valueOf)
                        .orElse(null));
    }

    /** The filter as the address of the list says it. */
    static Map<String, String> parameters(ContactFilter filter) {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("q", filter.search());
        parameters.put("group", filter.group() == null ? "" : filter.group().toString());
        parameters.put("operator", Objects.requireNonNullElse(filter.operator(), ""));
        parameters.put("region", Objects.requireNonNullElse(filter.region(), ""));
        parameters.putAll(ClauseGroup.parameters(filter.rule()));
        parameters.values().removeIf(String::isEmpty);
        return parameters;
    }

    /** The address of a list of those that the filter means. */
    static String address(String path, ContactFilter filter) {
        return new ListQuery(path, parameters(filter)).linkAt(path);
    }
}

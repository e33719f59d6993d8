package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.shell.ListQuery;
import java.util.Optional;

/** A filter of contacts as an address says it; what is spoilt in it is passed over. */
final class FilterAddress {
    private FilterAddress() {}

    /** What the address asks for. */
    static ContactFilter filter(ListQuery query) {
        return new ContactFilter(
                query.search(),
                query.filter("group").flatMap(FilterAddress::group).orElse(null),
                query.filter("operator").orElse(null),
                query.filter("region").orElse(null));
    }

    /** An id as it is written. */
    static Optional<GroupId> group(String written) {
        return written.matches("[1-9]\\d{0,17}") ? Optional.of(new GroupId(Long.parseLong(written))) : Optional.empty();
    }
}

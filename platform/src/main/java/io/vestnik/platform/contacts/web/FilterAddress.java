package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.Sex;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Ids of contacts' things as an address says them; what is spoilt in it is passed over. */
final class FilterAddress {
    private FilterAddress() {}

    /** What the address asks for; what is spoilt in it is passed over. */
    static ContactFilter filter(ListQuery query, Format format) {
        return new ContactFilter(
                query.search(),
                query.filter("group").flatMap(FilterAddress::group).orElse(null),
                query.filter("operator").orElse(null),
                query.filter("region").orElse(null),
                query.conditions(fields(format), format.zone()));
    }

    /** What people may set conditions on. */
    static List<Field> fields(Format format) {
        List<Option> sexes = Arrays.stream(Sex.values())
                .map(sex -> new Option(sex.code(), format.text("contacts.sex." + sex.code())))
                .toList();
        return List.of(
                Field.text("name", "contacts.name").orNone(),
                Field.text("surname", "contacts.surname").orNone(),
                Field.text("patronymic", "contacts.patronymic").orNone(),
                Field.text("phone", "contacts.phone"),
                Field.text("email", "contacts.email").orNone(),
                Field.choice("sex", "contacts.sex", sexes).orNone(),
                Field.day("birthday", "contacts.birthday").orNone(),
                Field.text("comment", "contacts.comment").orNone(),
                Field.moment("created", "contacts.created"));
    }

    /** An id as it is written. */
    static Optional<GroupId> group(String written) {
        return written.matches("[1-9]\\d{0,17}") ? Optional.of(new GroupId(Long.parseLong(written))) : Optional.empty();
    }
}

package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.Person;
import io.vestnik.platform.contacts.domain.SearchWords;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Many contacts as columns for {@code unnest}: a statement takes thousands of them at once. */
final class ContactColumns {
    private ContactColumns() {}

    /** The person's columns, in the order of the rows. */
    static StatementSpec people(StatementSpec statement, AccountId account, List<Person> people) {
        return statement
                .param("names", texts(people, Person::name))
                .param("surnames", texts(people, Person::surname))
                .param("patronymics", texts(people, Person::patronymic))
                .param(
                        "sexes",
                        texts(people, it -> it.sex() == null ? null : it.sex().code()))
                .param(
                        "birthdays",
                        texts(
                                people,
                                it -> it.birthday() == null
                                        ? null
                                        : it.birthday().toString()))
                .param("emails", texts(people, Person::email))
                .param("comments", texts(people, Person::comment))
                .param("extras", texts(people, it -> ContactRows.extra(it.others())))
                .param("words", texts(people, it -> SearchWords.of(account, it)));
    }

    static StatementSpec origins(StatementSpec statement, List<Origin> origins) {
        return statement
                .param("countries", texts(origins, Origin::country))
                .param("networks", texts(origins, Origin::mccMnc))
                .param("operators", texts(origins, Origin::operator))
                .param("regions", texts(origins, Origin::region))
                .param("zones", texts(origins, it -> it.zone().getId()));
    }

    static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }
}

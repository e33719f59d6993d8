package io.vestnik.platform.contacts;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.MonthDay;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Days of the year that come again for people: birthdays, and dates of an account's own fields. */
public interface Anniversaries {
    /** The dates that an account keeps of people, in its order; those that it does not show are left out. */
    List<DateField> fields(AccountId account);

    /**
     * Walks the people of any of the groups and segments whose date is one of these days of the year, by phone.
     *
     * @param after what the step before gave as the next; none at the start
     * @param limit at most 10,000
     */
    Slice<Celebrant> on(AccountId account, Question question, @Nullable String after, int limit);

    /** Which of these phones the question still finds; at most 10,000. */
    List<Celebrant> among(AccountId account, Question question, Collection<String> phones);

    /**
     * Who is asked for.
     *
     * @param field a key of {@link #fields}; of any other there is nobody
     */
    record Question(Collection<GroupId> groups, String field, Set<MonthDay> days) {
        public Question {
            groups = List.copyOf(groups);
            days = Set.copyOf(days);
        }
    }

    /**
     * A date that is kept of people.
     *
     * @param titleKey the key of its name in a bundle, or the name that the account gave it
     */
    record DateField(String key, String titleKey) {}

    /**
     * Somebody whose day it is.
     *
     * @param zone of the number
     */
    record Celebrant(String phone, ZoneId zone) {}
}

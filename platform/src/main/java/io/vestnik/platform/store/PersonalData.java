package io.vestnik.platform.store;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What one module keeps about people, known by their phones: every module that keeps a phone anywhere, in a table or in a file,
 * has a bean of this type. Erasing goes through all of them twice, step by step, each step in a transaction of its own.
 */
public interface PersonalData {
    /** Where it lies, such as {@code pipeline.messages}: the key of its name in records; never changes. */
    String place();

    /** Who comes first: what may still go out to these people is stopped before anything is erased. */
    default int order() {
        return 100;
    }

    /**
     * Erases some of what the account keeps about these people; what money needs stays without the phone.
     *
     * @param after where the last step left off; none at the first
     */
    Step erase(AccountId account, People people, @Nullable String after);

    /**
     * Tells some of what the account keeps about one person, the newest or the next in any lasting order.
     *
     * @param after {@link Slice#next()} of the page before; none at the start
     * @param limit 1 to 1,000
     */
    Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit);

    /**
     * One thing that is known of a person.
     *
     * @param what it is, such as {@code message}: the key of its name
     * @param json an object with its values
     */
    record Told(String what, String json) {
        /** From the columns {@code what} and {@code known} of a row. */
        public static Told of(ResultSet row, int number) throws SQLException {
            return new Told(row.getString("what"), row.getString("known"));
        }
    }

    /**
     * What a step did.
     *
     * @param next where to go on; none at the end
     * @param rows rows or files that it erased
     */
    record Step(@Nullable String next, long rows) {}

    /**
     * People to be erased.
     *
     * @param phones digits, 1 to 100
     */
    record People(Set<String> phones) {
        private static final int MOST = 100;

        public People {
            phones = Set.copyOf(phones);
            if (phones.isEmpty() || phones.size() > MOST || !phones.stream().allMatch(it -> it.matches("\\d{7,15}"))) {
                throw new IllegalArgumentException("Not people: " + phones.size());
            }
        }

        /** The phones for a statement. */
        public String[] array() {
            return phones.toArray(String[]::new);
        }

        /** What finds any of them within a text, in a statement and here. */
        public String regex() {
            return phones.stream().sorted().collect(Collectors.joining("|"));
        }

        /** Whether a text names any of them. */
        public boolean in(String text) {
            return Pattern.compile(regex()).matcher(text).find();
        }
    }
}

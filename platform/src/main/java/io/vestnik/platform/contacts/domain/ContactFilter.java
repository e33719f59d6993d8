package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.Condition;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are meant: those that match all of it.
 *
 * @param search words or digits, as typed; may be empty
 * @param operator the network's code
 * @param conditions on the fields that {@link ContactStore} knows
 */
public record ContactFilter(
        String search,
        @Nullable GroupId group,
        @Nullable String operator,
        @Nullable String region,
        @Nullable List<Condition> conditions) {
    /** Every contact. */
    public static final ContactFilter ALL = new ContactFilter("", null, null, null, List.of());

    private static final int LONGEST = 100;

    public ContactFilter {
        search = search.strip();
        search = search.length() <= LONGEST ? search : search.substring(0, LONGEST);
        // A job that was started by an earlier version wrote none.
        conditions = conditions == null ? List.of() : List.copyOf(conditions);
    }

    /** Without conditions. */
    public ContactFilter(String search, @Nullable GroupId group, @Nullable String operator, @Nullable String region) {
        this(search, group, operator, region, List.of());
    }

    @Override
    public List<Condition> conditions() {
        return Objects.requireNonNull(conditions);
    }

    /** The digits, when a phone was typed; empty when it was words. */
    public String digits() {
        boolean phone = search.chars().allMatch(c -> Character.isDigit(c) || " +()-.\u00a0".indexOf(c) >= 0);
        return phone ? search.replaceAll("\\D", "") : "";
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Which contacts are meant: those that match all of it. It is also how a segment is kept, and what jobs are started with.
 *
 * @param search words or digits, as typed; may be empty
 * @param group a group made by hand or a segment
 * @param operator the network's code
 * @param conditions what jobs of earlier versions were started with: every one must be met; none since there are rules
 * @param rule on the fields that {@link ContactStore} knows; every contact when null
 */
public record ContactFilter(
        String search,
        @Nullable GroupId group,
        @Nullable String operator,
        @Nullable String region,
        @Nullable List<Condition> conditions,
        @Nullable Rule rule) {
    /** Every contact. */
    public static final ContactFilter ALL = new ContactFilter("", null, null, null, Rule.NONE);

    private static final int LONGEST = 100;
    private static final int WHOLE_NUMBER = 10;

    public ContactFilter {
        search = search.strip();
        search = search.length() <= LONGEST ? search : search.substring(0, LONGEST);
        if (conditions != null && !conditions.isEmpty()) {
            rule = Rule.all(conditions);
        }
        conditions = null;
        rule = rule == null ? Rule.NONE : rule;
    }

    public ContactFilter(
            String search, @Nullable GroupId group, @Nullable String operator, @Nullable String region, Rule rule) {
        this(search, group, operator, region, null, rule);
    }

    /** Without conditions. */
    public ContactFilter(String search, @Nullable GroupId group, @Nullable String operator, @Nullable String region) {
        this(search, group, operator, region, null, Rule.NONE);
    }

    /** The filter that other modules ask by. */
    public static ContactFilter of(Meant meant) {
        return new ContactFilter(meant.search(), meant.group(), meant.operator(), meant.region(), meant.rule());
    }

    /** The filter as other modules see it. */
    public Meant meant() {
        return new Meant(search, group, operator, region, rule());
    }

    @Override
    public Rule rule() {
        return Objects.requireNonNull(rule);
    }

    /** Whether every contact is meant. */
    public boolean none() {
        return search.isEmpty() && group == null && operator == null && region == null && rule().none();
    }

    /** Whether all of a group is meant, and nothing narrows it. */
    public boolean wholeGroup() {
        return group != null && search.isEmpty() && operator == null && region == null && rule().none();
    }

    /** The digits, when a phone or a part of one was typed; empty when it was words. */
    public String digits() {
        boolean phone = search.chars().allMatch(c -> Character.isDigit(c) || " +()-.\u00a0".indexOf(c) >= 0);
        return phone ? search.replaceAll("\\D", "") : "";
    }

    /** Whether the digits are those of a number from its beginning. */
    public boolean wholeNumber() {
        return digits().length() >= WHOLE_NUMBER;
    }
}

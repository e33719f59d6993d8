package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.kernel.Rule;
import io.vestnik.platform.store.Where.Kind;
import io.vestnik.platform.store.Where.Place;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What stands for each field that people set conditions on: {@code c} is the contact, {@code a} what came of messages to it. */
final class ContactPlaces {
    private static final Map<String, Place> EVERYWHERE = new HashMap<>();

    static {
        for (String field : new String[] {
            "name", "surname", "patronymic", "phone", "email", "comment", "sex", "country", "region", "zone"
        }) {
            EVERYWHERE.put(field, new Place("c." + field, Kind.TEXT));
        }
        EVERYWHERE.put("operator", new Place("CASE WHEN c.operator IS NULL THEN '' ELSE c.mcc_mnc END", Kind.TEXT));
        EVERYWHERE.put("birthday", new Place("c.birthday", Kind.DAY));
        EVERYWHERE.put("created", new Place("c.created_at", Kind.MOMENT));
        EVERYWHERE.put("age", new Place("extract(year FROM age(:today::date, c.birthday))", Kind.NUMBER));
        EVERYWHERE.put(
                "received", new Place("CASE WHEN a.first_delivered IS NULL THEN 'no' ELSE 'yes' END", Kind.TEXT));
        EVERYWHERE.put("undelivered", new Place("coalesce(a.undelivered_streak, 0)", Kind.NUMBER));
        EVERYWHERE.put("last_sent", new Place("a.last_sent_day", Kind.DAY));
        EVERYWHERE.put("last_click", new Place("a.last_click", Kind.DAY));
    }

    private static final Set<String> ACTIVITY = Set.of("received", "undelivered", "last_sent", "last_click");

    private static final String MEMBERSHIPS =
            " FROM contacts.membership s JOIN contacts.group_ g ON g.account = s.account AND g.id = s.group_id";

    /** Groups of everybody at once, as {@code n}. */
    static final String GROUP_COUNTS = " LEFT JOIN (SELECT s.phone, count(*) AS groups" + MEMBERSHIPS
            + " WHERE s.account = :account GROUP BY s.phone) n ON n.phone = c.phone";

    private static final Place GROUPS = new Place("coalesce(n.groups, 0)", Kind.NUMBER);
    private static final Place GROUPS_ONE_BY_ONE = new Place(
            "(SELECT count(*)" + MEMBERSHIPS + " WHERE s.account = c.account AND s.phone = c.phone)", Kind.NUMBER);

    private static final String MEMBER = """
        (SELECT 1 FROM contacts.membership s JOIN contacts.group_ g ON g.account = s.account AND g.id = s.group_id
          WHERE s.account = c.account AND s.group_id = (?)::bigint AND s.phone = c.phone)\
        """;
    private static final Place IN_GROUP = new Place("EXISTS" + MEMBER, Kind.SET);
    /** Looked up row by row: for few rows, which a planner might take for many. */
    private static final Place IN_GROUP_ONE_BY_ONE = new Place("(" + MEMBER + " IS NOT NULL)", Kind.SET);

    private final Map<String, FieldKind> own;
    private final boolean oneByOne;

    /**
     * The places of an account's contacts.
     *
     * @param own its own fields by key
     * @param oneByOne for few rows
     */
    ContactPlaces(Map<String, FieldKind> own, boolean oneByOne) {
        this.own = own;
        this.oneByOne = oneByOne;
    }

    /** The place of a field; null for one that was never declared. */
    @Nullable
    Place of(String field) {
        if (field.equals("group")) {
            return oneByOne ? IN_GROUP_ONE_BY_ONE : IN_GROUP;
        }
        if (field.equals("in_groups")) {
            return oneByOne ? GROUPS_ONE_BY_ONE : GROUPS;
        }
        return ofOwn(field) ? own(field) : EVERYWHERE.get(field);
    }

    /** Whether the key is that of an account's own field. */
    static boolean ofOwn(String field) {
        return field.matches("f\\d{1,18}");
    }

    private Place own(String key) {
        FieldKind kind = own.get(key);
        String value = "(c.extra ->> '" + key + "')";
        return switch (kind) {
            case null -> new Place("NULL", Kind.GONE);
            case TEXT, CHOICE, YES_NO -> new Place(value, Kind.TEXT);
            case NUMBER -> new Place(value + "::numeric", Kind.NUMBER);
            case DATE -> new Place(value + "::date", Kind.DAY);
            case MOMENT -> new Place(value + "::timestamptz", Kind.MOMENT);
        };
    }

    /** Whether the rule asks what came of messages. */
    static boolean asksActivity(Rule rule) {
        return rule.every().anyMatch(condition -> ACTIVITY.contains(condition.field()));
    }

    /** Whether the rule asks in how many groups somebody is. */
    static boolean asksGroups(Rule rule) {
        return rule.every().anyMatch(condition -> condition.field().equals("in_groups"));
    }

    /** Whether the rule asks for an age, which needs the day. */
    static boolean asksAge(Rule rule) {
        return rule.every().anyMatch(condition -> condition.field().equals("age"));
    }
}

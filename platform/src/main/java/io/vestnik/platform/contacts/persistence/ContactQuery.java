package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.ContactFilter;
import io.vestnik.platform.contacts.domain.SearchWords;
import io.vestnik.platform.contacts.persistence.ContactTerms.Named;
import io.vestnik.platform.contacts.persistence.ContactTerms.Terms;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Where;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** A filter as a part of a statement about contacts {@code c}: which tables stand beside them, and which rows are meant. */
final class ContactQuery {
    private static final int WHOLE_NUMBER = 10;

    private final AccountId account;
    private final Terms terms;
    private final boolean oneByOne;
    private final String prefix;
    private final StringBuilder sql = new StringBuilder();
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    /**
     * Compiles a filter.
     *
     * @param oneByOne the rows come in an order and few of them are looked at: nothing is to be prepared for all of them
     */
    ContactQuery(AccountId account, Terms terms, boolean oneByOne) {
        this(account, terms, oneByOne, "q");
    }

    /**
     * Compiles a filter that stands in a statement beside others.
     *
     * @param prefix of the names of its values
     */
    ContactQuery(AccountId account, Terms terms, boolean oneByOne, String prefix) {
        this.prefix = prefix;
        this.account = account;
        this.terms = terms;
        this.oneByOne = oneByOne;
        parameters.put("account", account.value());
        if (terms.gone()) {
            sql.append(" AND false");
        }
        if (terms.group() != null) {
            String member = "(SELECT 1 FROM contacts.membership m WHERE m.account = c.account AND m.group_id = "
                    + bound(terms.group().value()) + " AND m.phone = c.phone)";
            sql.append(oneByOne ? " AND " + member + " IS NOT NULL" : " AND EXISTS " + member);
        }
        terms.filters().forEach(this::add);
    }

    private void add(ContactFilter filter) {
        if (filter.operator() != null) {
            sql.append(" AND c.mcc_mnc = ").append(bound(filter.operator()));
        }
        if (filter.region() != null) {
            sql.append(" AND c.region = ").append(bound(filter.region()));
        }
        search(filter);
        ContactPlaces places = new ContactPlaces(terms.own(), oneByOne);
        Where where = Where.rule(filter.rule(), places::of, terms.today());
        // Two filters count their values from the same number.
        String start = prefix + parameters.size() + "x";
        sql.append(where.sql().replace(":where", ":" + start));
        where.values().forEach((name, value) -> parameters.put(name.replace("where", start), value));
        if (ContactPlaces.asksAge(filter.rule())) {
            parameters.put("today", terms.today().day());
        }
    }

    /** What the tables are: the contacts, and what came of messages to them where that is asked. */
    String beside() {
        boolean activity = terms.filters().stream().anyMatch(filter -> ContactPlaces.asksActivity(filter.rule()));
        boolean groups = !oneByOne && terms.filters().stream().anyMatch(it -> ContactPlaces.asksGroups(it.rule()));
        return (activity ? " LEFT JOIN contacts.activity a ON a.account = c.account AND a.phone = c.phone" : "")
                + (groups ? ContactPlaces.GROUP_COUNTS : "");
    }

    /** Which rows are meant: begins with {@code AND}, or is empty. */
    String which() {
        return sql.toString();
    }

    /** All of them as a statement goes on after its columns. */
    String from() {
        return " FROM contacts.contact c" + beside() + " WHERE c.account = :account" + sql;
    }

    StatementSpec on(StatementSpec statement) {
        parameters.forEach(statement::param);
        return statement;
    }

    private void search(ContactFilter filter) {
        String digits = filter.digits();
        if (!digits.isEmpty()) {
            sql.append(" AND ").append(digits(digits));
            return;
        }
        List<String> words = SearchWords.of(filter.search());
        if (words.isEmpty()) {
            sql.append(filter.search().isEmpty() ? "" : " AND false");
            return;
        }
        // Words that only people have are looked for at once.
        List<String> plain =
                words.stream().filter(word -> !terms.words().containsKey(word)).toList();
        if (!plain.isEmpty()) {
            sql.append(" AND ").append(words(plain));
        }
        words.stream()
                .filter(terms.words()::containsKey)
                .forEach(word -> sql.append(" AND ").append(named(word)));
    }

    /** All of the words as people have them, by their beginnings; they are letters and digits only, so that none leaves its quotes. */
    private String words(List<String> words) {
        if (oneByOne) {
            return words.stream()
                    .map(word -> "strpos(' ' || c.words, " + bound(" " + SearchWords.key(account, word)) + ") > 0")
                    .collect(Collectors.joining(" AND ", "(", ")"));
        }
        String query = words.stream()
                .map(word -> "'" + SearchWords.key(account, word) + "':*")
                .collect(Collectors.joining(" & "));
        return "array_to_tsvector(string_to_array(c.words, ' ')) @@ " + bound(query) + "::tsquery";
    }

    /** A word that names an operator, a region or a group may be a person's as well. */
    private String named(String word) {
        Named named = java.util.Objects.requireNonNull(terms.words().get(word));
        List<String> ways = new ArrayList<>();
        ways.add(words(List.of(word)));
        if (!named.networks().isEmpty()) {
            ways.add("c.mcc_mnc = ANY(" + bound(named.networks().toArray(String[]::new)) + ")");
        }
        if (!named.regions().isEmpty()) {
            ways.add("c.region = ANY(" + bound(named.regions().toArray(String[]::new)) + ")");
        }
        if (!named.groups().isEmpty()) {
            ways.add("(SELECT 1 FROM contacts.membership s WHERE s.account = c.account AND s.group_id = ANY("
                    + bound(named.groups().toArray(Long[]::new)) + ") AND s.phone = c.phone LIMIT 1) IS NOT NULL");
        }
        return "(" + String.join(" OR ", ways) + ")";
    }

    /** Whoever types eight in front means seven; ten digits and more are a number from its beginning. */
    private String digits(String digits) {
        List<String> ways = new ArrayList<>();
        List<String> typed = new ArrayList<>(List.of(digits));
        if (digits.startsWith("8") && digits.length() > 1) {
            typed.add("7" + digits.substring(1));
        }
        if (digits.length() >= WHOLE_NUMBER) {
            if (digits.length() == WHOLE_NUMBER) {
                typed.add("7" + digits);
            }
            for (String start : typed) {
                ways.add("(c.phone >= " + bound(start) + " AND c.phone < " + bound(start + ":") + ")");
            }
        } else {
            for (String part : typed) {
                String somewhere = "strpos(c.phone, " + bound(part) + ") > 0";
                boolean indexed = !oneByOne && part.length() >= PhoneDigits.LEAST;
                // What costs little is looked at first: most of what the index finds has the digits apart.
                ways.add(indexed ? "(" + somewhere + " AND " + PhoneDigits.sql(account, part) + ")" : somewhere);
            }
        }
        String word = "strpos(' ' || c.words, " + bound(" " + SearchWords.key(account, digits)) + ") > 0";
        ways.add(oneByOne ? word : "(" + word + " AND " + words(List.of(digits)) + ")");
        return "(" + String.join(" OR ", ways) + ")";
    }

    private String bound(Object value) {
        String name = prefix + parameters.size();
        parameters.put(name, value);
        return ":" + name;
    }
}

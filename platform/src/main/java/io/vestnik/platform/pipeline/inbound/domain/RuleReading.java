package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundRules.Terms;
import io.vestnik.platform.store.OutboundHttp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads what somebody wants done about a word, and says what is wrong with it. */
final class RuleReading {
    private static final int LONGEST_ANSWER = 1_000;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_EMAIL = 254;
    /** The usual name of what people write. */
    private static final String USUAL = "received";

    private final Map<String, String> faults = new LinkedHashMap<>();
    private final List<Group> groups;
    private final List<String> senders;

    /**
     * By what an account has.
     *
     * @param groups that people may be put into
     * @param senders that the account may use
     */
    RuleReading(List<Group> groups, List<String> senders) {
        this.groups = groups;
        this.senders = senders;
    }

    /** Codes by the names of fields; empty where nothing is wrong. */
    Map<String, String> faults() {
        return faults;
    }

    /** The rule as far as it can be read. */
    KeywordRule read(AccountId account, long id, int version, Terms terms) {
        String number = terms.number().replaceAll("[\\s()+-]", "");
        refuse(!number.matches("(\\d{2,15})?"), "number", "bad_number");
        String word = terms.keyword().strip().toUpperCase(Locale.ROOT);
        refuse(!word.matches("[\\p{L}\\p{N}]{0,40}"), "keyword", "bad_keyword");
        GroupId group = group(terms.group().strip());
        String answer = terms.answer().strip();
        refuse(answer.length() > LONGEST_ANSWER || answer.indexOf('\0') >= 0, "answer", "too_long");
        String sender = answer.isEmpty() ? "" : terms.sender().strip();
        refuse(!answer.isEmpty() && !senders.contains(sender), "sender", "not_allowed");
        Tells tells = tells(terms);
        boolean nothing = group == null && !terms.stop() && answer.isEmpty() && tells.equals(Tells.NOBODY);
        refuse(nothing, "answer", "nothing");
        refuse(terms.stop() && !answer.isEmpty(), "answer", "answer_after_stop");
        return new KeywordRule(id, account, number, word, group, terms.stop(), sender, answer, tells, version);
    }

    private @Nullable GroupId group(String id) {
        GroupId found = groups.stream()
                .map(Group::id)
                .filter(it -> it.toString().equals(id))
                .findFirst()
                .orElse(null);
        refuse(found == null && !id.isEmpty(), "group", "unknown_group");
        return found;
    }

    private Tells tells(Terms terms) {
        Tells tells = new Tells(
                terms.name().strip().toLowerCase(Locale.ROOT),
                terms.url().strip(),
                terms.email().strip());
        refuse(!tells.name().matches("[a-z0-9_]{0,40}") || tells.name().equals(USUAL), "name", "bad_name");
        boolean address = tells.url().length() <= LONGEST_URL && OutboundHttp.isWebAddress(tells.url());
        refuse(!tells.url().isEmpty() && !address, "url", "bad_url");
        refuse(
                tells.email().length() > LONGEST_EMAIL
                        || !tells.email().matches("([^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\"]{2,30})?"),
                "email",
                "bad_email");
        return tells;
    }

    private void refuse(boolean wrong, String field, String code) {
        if (wrong) {
            faults.putIfAbsent(field, code);
        }
    }
}

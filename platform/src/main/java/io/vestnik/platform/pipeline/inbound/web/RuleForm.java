package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
import io.vestnik.platform.pipeline.inbound.domain.Tells;
import io.vestnik.platform.store.OutboundHttp;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What is to be done about a word, as it is typed. */
record RuleForm(
        @Nullable String number,
        @Nullable String keyword,
        @Nullable String group,
        @Nullable Boolean stop,
        @Nullable String sender,
        @Nullable String answer,
        @Nullable String name,
        @Nullable String url,
        @Nullable String email,
        @Nullable Integer version) {
    static final RuleForm EMPTY = new RuleForm("", "", "", false, "", "", "", "", "", 0);

    private static final int LONGEST_ANSWER = 1_000;
    private static final int LONGEST_URL = 500;
    private static final int LONGEST_EMAIL = 254;
    /** The usual name of what people write. */
    private static final String USUAL = "received";

    static RuleForm of(KeywordRule rule) {
        return new RuleForm(
                rule.number(),
                rule.keyword(),
                Objects.toString(rule.group(), ""),
                rule.stop(),
                rule.sender(),
                rule.answer(),
                rule.tells().name(),
                rule.tells().url(),
                rule.tells().email(),
                rule.version());
    }

    /** What came of reading it. */
    sealed interface Read {
        record Sound(KeywordRule rule) implements Read {}

        /** The ends of keys of the bundle by the names of fields; not empty. */
        record Wrong(Map<String, String> faults) implements Read {}
    }

    /**
     * Reads it.
     *
     * @param groups that people may be put into
     * @param senders that the account may use
     */
    Read read(long id, AccountId account, List<GroupId> groups, List<String> senders) {
        Map<String, String> faults = new LinkedHashMap<>();
        String digits = text(number).replaceAll("[\\s()+-]", "");
        if (!digits.matches("(\\d{2,15})?")) {
            faults.put("number", "number");
        }
        String word = text(keyword).toUpperCase(Locale.ROOT);
        if (!word.matches("[\\p{L}\\p{N}]{0,40}")) {
            faults.put("keyword", "keyword");
        }
        GroupId circle = groups.stream()
                .filter(it -> it.toString().equals(text(group)))
                .findFirst()
                .orElse(null);
        if (circle == null && !text(group).isEmpty()) {
            faults.put("group", "group");
        }
        String words = text(answer);
        if (words.length() > LONGEST_ANSWER || words.indexOf('\0') >= 0) {
            faults.put("answer", "answer");
        }
        String from = words.isEmpty() ? "" : text(sender);
        if (!words.isEmpty() && !senders.contains(from)) {
            faults.put("sender", "sender");
        }
        boolean stops = Boolean.TRUE.equals(stop);
        Tells tells = tells(faults);
        if (circle == null && !stops && words.isEmpty() && tells.equals(Tells.NOBODY)) {
            faults.put("answer", "nothing");
        }
        if (stops && !words.isEmpty()) {
            faults.put("answer", "answer-after-stop");
        }
        return faults.isEmpty()
                ? new Read.Sound(new KeywordRule(
                        id, account, digits, word, circle, stops, from, words, tells, version == null ? 0 : version))
                : new Read.Wrong(faults);
    }

    private Tells tells(Map<String, String> faults) {
        Tells tells = new Tells(text(name).toLowerCase(Locale.ROOT), text(url), text(email));
        if (!tells.name().matches("[a-z0-9_]{0,40}") || tells.name().equals(USUAL)) {
            faults.put("name", "name");
        }
        if (!tells.url().isEmpty() && (tells.url().length() > LONGEST_URL || !OutboundHttp.isWebAddress(tells.url()))) {
            faults.put("url", "url");
        }
        if (tells.email().length() > LONGEST_EMAIL
                || !tells.email().matches("([^\\s@<>,;:\"]{1,64}@[^\\s@<>,;:\"]+\\.[^\\s@<>,;:\"]{2,30})?")) {
            faults.put("email", "email");
        }
        return tells;
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

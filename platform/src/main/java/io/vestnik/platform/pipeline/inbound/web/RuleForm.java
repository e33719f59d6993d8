package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
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
        @Nullable Integer version) {
    static final RuleForm EMPTY = new RuleForm("", "", "", false, "", "", 0);

    private static final int LONGEST_ANSWER = 1_000;

    static RuleForm of(KeywordRule rule) {
        return new RuleForm(
                rule.number(),
                rule.keyword(),
                Objects.toString(rule.group(), ""),
                rule.stop(),
                rule.sender(),
                rule.answer(),
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
        String name = words.isEmpty() ? "" : text(sender);
        if (!words.isEmpty() && !senders.contains(name)) {
            faults.put("sender", "sender");
        }
        boolean stops = Boolean.TRUE.equals(stop);
        if (circle == null && !stops && words.isEmpty()) {
            faults.put("answer", "nothing");
        }
        if (stops && !words.isEmpty()) {
            faults.put("answer", "answer-after-stop");
        }
        return faults.isEmpty()
                ? new Read.Sound(new KeywordRule(
                        id, account, digits, word, circle, stops, name, words, version == null ? 0 : version))
                : new Read.Wrong(faults);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.pipeline.InboundRules.Rule;
import io.vestnik.platform.pipeline.InboundRules.Terms;
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

    static RuleForm of(Rule rule) {
        Terms terms = rule.terms();
        return new RuleForm(
                terms.number(),
                terms.keyword(),
                terms.group(),
                terms.stop(),
                terms.sender(),
                terms.answer(),
                terms.name(),
                terms.url(),
                terms.email(),
                rule.version());
    }

    Terms terms() {
        return new Terms(
                text(number),
                text(keyword),
                text(group),
                Boolean.TRUE.equals(stop),
                text(sender),
                text(answer),
                text(name),
                text(url),
                text(email));
    }

    private static String text(@Nullable String typed) {
        return Objects.requireNonNullElse(typed, "");
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.contacts.Choosing;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Rule;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Which contacts are meant, as programs write it. */
@Component
class FilterWire {
    private static final int LONGEST = 100;
    private static final String ALL = "all";
    private static final String ANY = "any";

    private final Choosing choosing;
    private final Contacts contacts;

    FilterWire(Choosing choosing, Contacts contacts) {
        this.choosing = choosing;
        this.contacts = contacts;
    }

    /**
     * Which contacts are meant: those that match all that is told. Where nothing is told, everybody is.
     *
     * @param search words or digits, 100 characters at most
     * @param group id of a group or a segment
     * @param operator the network's code, such as 25001
     * @param region as contacts have it
     */
    record FilterBody(
            @Nullable String search,
            @Nullable String group,
            @Nullable String operator,
            @Nullable String region,
            @Nullable RuleBody rule) {
        static FilterBody of(Meant meant) {
            return new FilterBody(
                    meant.search().isEmpty() ? null : meant.search(),
                    meant.group() == null ? null : meant.group().toString(),
                    meant.operator(),
                    meant.region(),
                    meant.rule().none() ? null : RuleBody.of(meant.rule()));
        }
    }

    /**
     * Conditions, 30 at most in all, and rules within the rule, three levels at most.
     *
     * @param match all (usual): each must be met; any: one is enough
     */
    record RuleBody(
            @Nullable String match,
            @Nullable List<@Nullable ConditionBody> conditions,
            @Nullable List<@Nullable RuleBody> rules) {
        static RuleBody of(Rule rule) {
            return new RuleBody(
                    rule.any() ? ANY : ALL,
                    rule.conditions().stream()
                            .<@Nullable ConditionBody>map(ConditionBody::of)
                            .toList(),
                    rule.groups().isEmpty()
                            ? null
                            : rule.groups().stream()
                                    .<@Nullable RuleBody>map(RuleBody::of)
                                    .toList());
        }
    }

    /**
     * One condition.
     *
     * @param field such as birthday, f12 or last_click; which there are tells {@code GET /contacts/conditions}
     * @param test such as is, within or empty
     * @param value a text, a decimal number, a day, yes or no, or a count of days; nothing where nothing is compared
     */
    record ConditionBody(
            @Nullable String field,
            @Nullable String test,
            @Nullable String value) {
        static ConditionBody of(Condition condition) {
            return new ConditionBody(
                    condition.field(), condition.test().code(), condition.test().bare() ? null : condition.value());
        }
    }

    /** What the body means; {@code at} points to it, and what is wrong is added to the errors. Nothing written means everybody. */
    Meant read(AccountId account, @Nullable FilterBody body, String at, List<FieldError> errors) {
        if (body == null) {
            return Meant.ALL;
        }
        String search = Objects.requireNonNullElse(body.search(), "").strip();
        if (search.length() > LONGEST) {
            errors.add(new FieldError(at + "/search", "too_long", null));
        }
        sound(search, at + "/search", errors);
        Rule rule = Rule.NONE;
        if (body.rule() != null) {
            int before = errors.size();
            Reading reading = new Reading(choosing.reader(account), errors);
            Optional<Rule> read = reading.rule(body.rule(), at + "/rule", 1);
            rule = errors.size() == before ? read.orElse(Rule.NONE) : Rule.NONE;
        }
        return new Meant(
                search.substring(0, Math.min(search.length(), LONGEST)),
                group(account, body.group(), at, errors),
                code(body.operator(), at + "/operator", errors),
                code(body.region(), at + "/region", errors),
                rule);
    }

    private static void sound(String written, String at, List<FieldError> errors) {
        if (written.indexOf('\0') >= 0) {
            errors.add(new FieldError(at, "bad_characters", null));
        }
    }

    private static @Nullable String code(@Nullable String written, String at, List<FieldError> errors) {
        if (written == null || written.isBlank()) {
            return null;
        }
        sound(written, at, errors);
        if (written.length() > LONGEST) {
            errors.add(new FieldError(at, "too_long", null));
        }
        return written;
    }

    private @Nullable GroupId group(AccountId account, @Nullable String written, String at, List<FieldError> errors) {
        if (written == null || written.isEmpty()) {
            return null;
        }
        Optional<GroupId> group = Ids.read(written, GroupId::new)
                .filter(id -> contacts.group(account, id).isPresent());
        if (group.isEmpty()) {
            errors.add(new FieldError(at + "/group", "unknown_group", null));
        }
        return group.orElse(null);
    }

    /** Reads one rule with those within. */
    private static final class Reading {
        private final Choosing.Reader reader;
        private final List<FieldError> errors;
        private int conditions;

        Reading(Choosing.Reader reader, List<FieldError> errors) {
            this.reader = reader;
            this.errors = errors;
        }

        /** None where it cannot be one; why is told then. */
        Optional<Rule> rule(RuleBody body, String at, int level) {
            if (level > Rule.DEEPEST) {
                return no(at, "too_deep", Integer.toString(Rule.DEEPEST));
            }
            String match = Objects.requireNonNullElse(body.match(), ALL);
            if (!match.equals(ALL) && !match.equals(ANY)) {
                return no(at + "/match", "unknown", null);
            }
            List<Condition> read = new ArrayList<>();
            List<@Nullable ConditionBody> written = Objects.requireNonNullElse(body.conditions(), List.of());
            conditions += written.size();
            if (conditions > Rule.MOST) {
                return no(at + "/conditions", "too_many", Integer.toString(Rule.MOST));
            }
            for (int i = 0; i < written.size(); i++) {
                condition(written.get(i), at + "/conditions/" + i).ifPresent(read::add);
            }
            List<Rule> within = new ArrayList<>();
            List<@Nullable RuleBody> rules = Objects.requireNonNullElse(body.rules(), List.of());
            for (int i = 0; i < Math.min(rules.size(), Rule.MOST); i++) {
                RuleBody one = rules.get(i);
                if (one != null) {
                    rule(one, at + "/rules/" + i, level + 1).ifPresent(within::add);
                }
            }
            if (rules.size() > Rule.MOST) {
                return no(at + "/rules", "too_many", Integer.toString(Rule.MOST));
            }
            return errors.isEmpty() ? Optional.of(new Rule(match.equals(ANY), read, within)) : Optional.empty();
        }

        private <T> Optional<T> no(String at, String code, @Nullable String detail) {
            errors.add(new FieldError(at, code, detail));
            return Optional.empty();
        }

        private Optional<Condition> condition(@Nullable ConditionBody body, String at) {
            if (body == null) {
                return no(at, "empty", null);
            }
            String value = Objects.requireNonNullElse(body.value(), "");
            sound(value, at + "/value", errors);
            return switch (reader.read(
                    Objects.requireNonNullElse(body.field(), ""), Objects.requireNonNullElse(body.test(), ""), value)) {
                case Choosing.Read.Understood(Condition condition) -> Optional.of(condition);
                case Choosing.Read.NoField() -> no(at + "/field", "unknown_field", null);
                case Choosing.Read.NoTest() -> no(at + "/test", "unknown", null);
                case Choosing.Read.NoValue() -> no(at + "/value", "bad_value", null);
            };
        }
    }
}

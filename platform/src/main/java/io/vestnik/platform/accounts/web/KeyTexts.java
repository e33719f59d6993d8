package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Texts of the pages of keys in the language of the viewer. */
@Component
class KeyTexts {

    /** How long both secrets may work: hours. */
    private static final List<Integer> OVERLAPS = List.of(0, 1, 24, 168);

    private final Words words;
    private final Format format;

    KeyTexts(Words words, Format format) {
        this.words = words;
        this.format = format;
    }

    String of(String key, Object... arguments) {
        return words.of(key, arguments);
    }

    List<Option> roles() {
        return words.roles();
    }

    FieldErrors errors(Map<String, String> faults) {
        FieldErrors errors = FieldErrors.none();
        for (Map.Entry<String, String> fault : faults.entrySet()) {
            errors = errors.and(fault.getKey(), words.of("accounts.fault." + fault.getValue()));
        }
        return errors;
    }

    List<Option> overlaps() {
        return OVERLAPS.stream()
                .map(hours -> new Option(hours.toString(), words.of("accounts.overlap." + hours)))
                .toList();
    }

    /** What was chosen of those; none for anything else. */
    static Duration overlap(int hours) {
        return OVERLAPS.contains(hours) ? Duration.ofHours(hours) : Duration.ZERO;
    }

    /** A scope as people read it. */
    public String scope(String right) {
        return words.orElse("accounts.scope." + right.replace(':', '.'), right);
    }

    /** What was sent in each span that is limited, such as {@code this minute: 12 of 100}. */
    List<String> limits(KeyTerms terms, Map<Span, Long> sent) {
        return terms.limits().keySet().stream()
                .map(span -> sent(terms, span, sent))
                .toList();
    }

    /** What was sent in each span, limited or not. */
    List<String> counters(KeyTerms terms, Map<Span, Long> sent) {
        return Arrays.stream(Span.values()).map(span -> sent(terms, span, sent)).toList();
    }

    private String sent(KeyTerms terms, Span span, Map<Span, Long> sent) {
        String count = format.number(sent.getOrDefault(span, 0L));
        Long most = terms.limits().get(span);
        String told = most == null ? count : words.of("accounts.key.of", count, format.number(most));
        return words.of("accounts.key.sent." + span.code(), told);
    }

    /** What another person saved meanwhile, beside what was typed. */
    List<Change> changes(KeyForm saved, KeyForm typed) {
        List<Change> changes = new ArrayList<>();
        changes.add(change("accounts.users.name", saved, typed, "name"));
        changes.add(new Change(words.of("accounts.users.role"), role(saved), role(typed)));
        changes.add(new Change(words.of("accounts.key.scopes"), scopes(saved), scopes(typed)));
        changes.add(change("accounts.addresses", saved, typed, "addresses"));
        changes.add(change("accounts.key.last_day", saved, typed, "last_day"));
        changes.add(change("accounts.key.from", saved, typed, "from"));
        changes.add(change("accounts.key.to", saved, typed, "to"));
        for (Span span : Span.values()) {
            changes.add(change("accounts.key.per." + span.code(), saved, typed, span.code()));
        }
        return changes;
    }

    private Change change(String title, KeyForm saved, KeyForm typed, String field) {
        return new Change(words.of(title), saved.value(field), typed.value(field));
    }

    private String role(KeyForm form) {
        return words.roles().stream()
                .filter(it -> it.value().equals(form.value("role")))
                .map(Option::label)
                .findFirst()
                .orElse("");
    }

    private String scopes(KeyForm form) {
        return form.scopes().stream().map(this::scope).sorted().collect(Collectors.joining(", "));
    }
}

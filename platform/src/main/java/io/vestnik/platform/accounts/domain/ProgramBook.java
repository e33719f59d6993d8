package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.ProgramJournal;
import io.vestnik.platform.accounts.domain.ApiKeys.ApiKey;
import io.vestnik.platform.accounts.domain.CallStore.Outcome;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract over keys, their journal and the audit. */
@Service
class ProgramBook implements ProgramJournal {
    private static final CallStore.Order NEWEST = new CallStore.Order(false, true);

    private final CallStore calls;
    private final KeyRing keys;
    private final KeyFigures figures;
    private final AuditTrail trail;

    ProgramBook(CallStore calls, KeyRing keys, KeyFigures figures, AuditTrail trail) {
        this.calls = calls;
        this.keys = keys;
        this.figures = figures;
        this.trail = trail;
    }

    @Override
    public Set<String> outcomes() {
        return Arrays.stream(Outcome.values()).map(ProgramBook::code).collect(Collectors.toUnmodifiableSet());
    }

    private static String code(Outcome outcome) {
        return outcome.name().toLowerCase(Locale.ROOT);
    }

    @Override
    public Slice<Made> calls(AccountId account, Wanted wanted, @Nullable String cursor, int limit) {
        Outcome outcome = Arrays.stream(Outcome.values())
                .filter(it -> code(it).equals(wanted.outcome()))
                .findFirst()
                .orElse(null);
        return calls.list(
                        account,
                        new CallStore.Wanted(wanted.search(), wanted.key(), outcome, List.of()),
                        NEWEST,
                        cursor,
                        limit)
                .map(line -> made(line.call()));
    }

    private static Made made(Call call) {
        return new Made(
                call.at(),
                call.key(),
                call.name(),
                call.method(),
                call.route(),
                call.status(),
                call.millis(),
                call.address(),
                call.request());
    }

    @Override
    public List<Held> keys(AccountId account) {
        Map<Long, Map<Span, Long>> sent = figures.of(account);
        return keys.list(account).stream()
                .map(key -> held(key, sent.getOrDefault(key.id(), Map.of())))
                .toList();
    }

    private static Held held(ApiKey key, Map<Span, Long> sent) {
        KeyTerms terms = key.terms();
        Daytime hours = terms.hours();
        return new Held(
                key.id(),
                key.name(),
                key.role(),
                key.ending(),
                terms.scopes(),
                terms.addresses().stream().map(AddressRange::text).toList(),
                terms.lastDay(),
                hours == null ? null : new Hours(hours.from(), hours.to(), terms.instant()),
                named(terms.limits()),
                named(sent),
                key.createdAt(),
                key.usedAt(),
                key.revokedAt(),
                key.olderUntil());
    }

    private static Map<String, Long> named(Map<Span, Long> bySpan) {
        Map<String, Long> named = new TreeMap<>();
        bySpan.forEach((span, messages) -> named.put(span.code(), messages));
        return named;
    }

    @Override
    public Slice<Changed> changes(AccountId account, String search, @Nullable String cursor, int limit) {
        return trail.list(account, search, List.of(), cursor, limit)
                .map(entry -> new Changed(entry.at(), entry.who(), entry.what(), entry.object(), entry.details()));
    }
}

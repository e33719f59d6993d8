package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.accounts.Admission.Reason;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Collections;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * What a key may do, besides what its role says.
 *
 * @param scopes the rights that it has of those of its role, at most 100; all of them when there are none
 * @param addresses from where it is let in, at most 50; from anywhere when there are none
 * @param lastDay by the account's calendar, on which it still works; for ever when there is none
 * @param hours in which it may send, by the account's clock; at any hour when there are none
 * @param instant whether it may send codes outside of them
 * @param limits messages in each span, 1 to a milliard; the shortest first, a span that is not there has none
 */
public record KeyTerms(
        Set<String> scopes,
        List<AddressRange> addresses,
        @Nullable LocalDate lastDay,
        @Nullable Daytime hours,
        boolean instant,
        Map<Span, Long> limits) {

    public static final long MOST_MESSAGES = 1_000_000_000;
    public static final int MOST_ADDRESSES = 50;
    static final int MOST_SCOPES = 100;
    /** So long at most do two secrets work at once. */
    static final Duration LONGEST_OVERLAP = Duration.ofDays(30);

    /** Whatever its role may, from anywhere, at any time, without limits. */
    public static final KeyTerms USUAL = new KeyTerms(Set.of(), List.of(), null, null, false, Map.of());

    public KeyTerms {
        scopes = Set.copyOf(scopes);
        addresses = List.copyOf(addresses);
        EnumMap<Span, Long> ordered = new EnumMap<>(Span.class);
        ordered.putAll(limits);
        limits = Collections.unmodifiableMap(ordered);
        if (scopes.size() > MOST_SCOPES
                || addresses.size() > MOST_ADDRESSES
                || !limits.values().stream().allMatch(it -> it >= 1 && it <= MOST_MESSAGES)) {
            throw new IllegalArgumentException("Terms out of range");
        }
    }

    /** As they are told in the audit. */
    Map<String, Object> told() {
        Map<String, Object> told = new LinkedHashMap<>();
        told.put("addresses", addresses.stream().map(AddressRange::text).toList());
        told.put("hours", String.valueOf(hours));
        told.put("instant", instant);
        limits.forEach((span, most) -> told.put("per_" + span.code(), most));
        return told;
    }

    /** Why a program is not let in from this address on this day of the account; empty when it is. */
    Optional<Reason> refusal(String from, LocalDate today) {
        if (lastDay != null && today.isAfter(lastDay)) {
            return Optional.of(Reason.ENDED);
        }
        return AddressRange.admits(addresses, from) ? Optional.empty() : Optional.of(Reason.ADDRESS);
    }
}

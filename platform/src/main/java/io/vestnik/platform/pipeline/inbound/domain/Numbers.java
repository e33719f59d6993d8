package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.InboundNumbers;
import io.vestnik.platform.senders.LentNumbers;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** The numbers that people write to and whose they are, from memory, at most a second old. */
@Component
class Numbers implements LentNumbers, InboundNumbers {
    /** No network lets a shorter one be a sender. */
    private static final int SHORTEST_SENDER = 3;

    private final Snapshot<Known> known;
    private final Clock clock;

    Numbers(NumberStore store, Snapshots snapshots, Clock clock) {
        this.known = snapshots.keep(new Snapshot<>("inbound-numbers", store::version, () -> Known.of(store.all())));
        this.clock = clock;
    }

    /** The same by number, and by account. */
    private record Known(Map<String, List<Lending>> byNumber, Map<AccountId, List<Lending>> byAccount) {
        static Known of(List<Lending> all) {
            return new Known(
                    all.stream().collect(Collectors.groupingBy(Lending::number)),
                    all.stream()
                            .filter(lending -> lending.account() != null)
                            .collect(Collectors.groupingBy(lending -> Objects.requireNonNull(lending.account()))));
        }
    }

    @Override
    public Set<String> of(AccountId account) {
        List<Lending> own = known.get().byAccount().getOrDefault(account, List.of());
        if (own.isEmpty()) {
            return Set.of();
        }
        LocalDate today = today();
        return own.stream()
                .filter(lending -> lending.keyword().isEmpty()
                        && lending.number().length() >= SHORTEST_SENDER
                        && lending.holds(today))
                .map(Lending::number)
                .collect(Collectors.toSet());
    }

    @Override
    public List<Lent> lent(AccountId account) {
        LocalDate today = today();
        return known.get().byAccount().getOrDefault(account, List.of()).stream()
                .filter(lending -> lending.ends() == null || !today.isAfter(lending.ends()))
                .map(lending -> new Lent(lending.number(), lending.keyword(), lending.begins(), lending.ends()))
                .sorted(Comparator.comparing(Lent::number).thenComparing(Lent::keyword))
                .toList();
    }

    private LocalDate today() {
        return LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
    }

    /** Whose number it is for a message that came then: a word goes before the number as a whole. */
    Optional<Lending> lending(RouteId route, String number, String text, Instant at) {
        LocalDate day = LocalDate.ofInstant(at, ZoneOffset.UTC);
        List<Lending> holding = known.get().byNumber().getOrDefault(number, List.of()).stream()
                .filter(lending -> lending.holds(route, day))
                .toList();
        if (holding.isEmpty()) {
            return Optional.empty();
        }
        String word = Words.first(text);
        return holding.stream()
                .filter(lending -> !lending.keyword().isEmpty()
                        && Words.plain(lending.keyword()).equals(word))
                .findFirst()
                .or(() -> holding.stream()
                        .filter(lending -> lending.keyword().isEmpty())
                        .findFirst());
    }

    /** Known to this node after the commit, to others within a second. */
    void changed() {
        known.refresh();
    }
}

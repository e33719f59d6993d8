package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What accounts want done about messages, from memory, at most a second old. */
@Component
class Rules {
    private final Snapshot<Map<AccountId, List<KeywordRule>>> known;

    Rules(RuleStore store, Snapshots snapshots) {
        this.known = snapshots.keep(new Snapshot<>(
                "inbound-rules",
                store::version,
                () -> store.all().stream().collect(Collectors.groupingBy(KeywordRule::account))));
    }

    /** The one that fits best: a word goes before any word, one number before any number. */
    Optional<KeywordRule> of(AccountId account, String number, String text) {
        List<KeywordRule> rules = known.get().getOrDefault(account, List.of());
        if (rules.isEmpty()) {
            return Optional.empty();
        }
        String word = Words.first(text);
        return rules.stream()
                .filter(rule -> rule.concerns(number)
                        && (rule.keyword().isEmpty()
                                || Words.plain(rule.keyword()).equals(word)))
                .min(Comparator.comparing((KeywordRule rule) -> rule.keyword().isEmpty())
                        .thenComparing(rule -> rule.number().isEmpty()));
    }

    /** Known to this node after the commit, to others within a second. */
    void changed() {
        known.refresh();
    }
}

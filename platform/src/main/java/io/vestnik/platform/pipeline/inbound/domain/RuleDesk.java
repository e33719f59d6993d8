package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Where an account says what is to be done about messages to its numbers. */
@Service
public class RuleDesk {
    /** More words than anybody keeps apart. */
    private static final int MOST = 500;
    /** As many letters go out in a minute at most. */
    private static final int MOST_WRITING = 20;

    private final RuleStore store;
    private final Rules rules;
    private final Transactions transactions;
    private final Audit audit;

    RuleDesk(RuleStore store, Rules rules, Transactions transactions, Audit audit) {
        this.store = store;
        this.rules = rules;
        this.transactions = transactions;
        this.audit = audit;
    }

    /** What came of keeping one. */
    public enum Answer {
        DONE,
        /** The account has another one for this word of this number. */
        TAKEN,
        TOO_MANY,
        /** As many others write letters as may. */
        TOO_MANY_LETTERS,
        /** Somebody has changed it meanwhile. */
        STALE
    }

    public List<KeywordRule> list(AccountId account) {
        return store.list(account);
    }

    public Optional<KeywordRule> find(AccountId account, long id) {
        return store.find(account, id);
    }

    /** Keeps a new one, or a change of one that has an id. */
    public Answer keep(Who who, KeywordRule rule) {
        AccountId account = who.account();
        Answer answer = transactions.call(() -> {
            store.begin();
            if (store.taken(account, rule)) {
                return Answer.TAKEN;
            }
            if (rule.id() == 0 && store.list(account).size() >= MOST) {
                return Answer.TOO_MANY;
            }
            if (!rule.tells().email().isEmpty() && writing(account, rule.id()) >= MOST_WRITING) {
                return Answer.TOO_MANY_LETTERS;
            }
            if (rule.id() != 0 && !store.change(account, rule)) {
                return Answer.STALE;
            }
            long id = rule.id() == 0 ? store.add(account, rule) : rule.id();
            audit.record(who, "inbound.rule-kept", "inbound rule " + id, told(rule));
            return Answer.DONE;
        });
        rules.changed();
        return answer;
    }

    /** How many others write letters. */
    private long writing(AccountId account, long but) {
        return store.list(account).stream()
                .filter(rule -> rule.id() != but && !rule.tells().email().isEmpty())
                .count();
    }

    public boolean remove(Who who, long id) {
        boolean removed = transactions.call(() -> {
            store.begin();
            boolean gone = store.remove(who.account(), id);
            if (gone) {
                audit.record(who, "inbound.rule-removed", "inbound rule " + id, Map.of());
            }
            return gone;
        });
        rules.changed();
        return removed;
    }

    private static Map<String, ?> told(KeywordRule rule) {
        return Map.of(
                "number", rule.number(),
                "keyword", rule.keyword(),
                "group", Objects.toString(rule.group(), ""),
                "stop", rule.stop(),
                "answers", !rule.answer().isEmpty(),
                "name", rule.tells().name(),
                "calls", !rule.tells().url().isEmpty(),
                "writes", !rule.tells().email().isEmpty());
    }
}

package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.InboundRules;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Service;

/** Rules as people and programs write them. */
@Service
class RuleBook implements InboundRules {
    private final RuleDesk desk;
    private final RuleChoices choices;

    RuleBook(RuleDesk desk, RuleChoices choices) {
        this.desk = desk;
        this.choices = choices;
    }

    @Override
    public List<Rule> list(AccountId account) {
        return desk.list(account).stream().map(RuleBook::shown).toList();
    }

    @Override
    public Optional<Rule> find(AccountId account, long id) {
        return desk.find(account, id).map(RuleBook::shown);
    }

    @Override
    public Kept keep(Who who, long id, int version, Terms terms) {
        AccountId account = who.account();
        if (id != 0 && desk.find(account, id).isEmpty()) {
            return new Kept.Gone();
        }
        RuleReading reading = new RuleReading(choices.groups(account), choices.senders(account));
        KeywordRule rule = reading.read(account, id, version, terms);
        if (!reading.faults().isEmpty()) {
            return new Kept.Wrong(reading.faults());
        }
        return switch (desk.keep(who, rule)) {
            case DONE -> new Kept.Done(kept(rule));
            case TAKEN -> new Kept.Wrong(Map.of("keyword", "taken"));
            case TOO_MANY -> new Kept.Wrong(Map.of("keyword", "too_many"));
            case TOO_MANY_LETTERS -> new Kept.Wrong(Map.of("email", "too_many_letters"));
            case STALE -> new Kept.Stale();
        };
    }

    /** As it stands now: its word of its number is its own. */
    private Rule kept(KeywordRule rule) {
        return desk.list(rule.account()).stream()
                .filter(it -> it.number().equals(rule.number()) && it.keyword().equals(rule.keyword()))
                .findFirst()
                .map(RuleBook::shown)
                .orElseThrow();
    }

    @Override
    public boolean remove(Who who, long id) {
        return desk.remove(who, id);
    }

    private static Rule shown(KeywordRule rule) {
        return new Rule(
                rule.id(),
                rule.version(),
                new Terms(
                        rule.number(),
                        rule.keyword(),
                        Objects.toString(rule.group(), ""),
                        rule.stop(),
                        rule.sender(),
                        rule.answer(),
                        rule.tells().name(),
                        rule.tells().url(),
                        rule.tells().email()));
    }
}

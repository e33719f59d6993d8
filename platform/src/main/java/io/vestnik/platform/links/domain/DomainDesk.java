package io.vestnik.platform.links.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.LinkDomains;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;
import org.springframework.stereotype.Service;

/** Settles what the links of an account begin with, and for all accounts where no link may lead. */
@Service
public class DomainDesk implements LinkDomains {
    private static final Pattern NAME = Pattern.compile("(?:[\\p{L}\\d-]{1,63}\\.)*[\\p{L}\\d-]{1,63}");

    private final DomainStore store;
    private final Domains domains;
    private final Transactions transactions;
    private final Audit audit;
    private final Clock clock;

    DomainDesk(DomainStore store, Domains domains, Transactions transactions, Audit audit, Clock clock) {
        this.store = store;
        this.domains = domains;
        this.transactions = transactions;
        this.audit = audit;
        this.clock = clock;
    }

    @Override
    public Settled settled(AccountId account) {
        Domain own = domains.of(account);
        return new Settled(own.address(), own.warn(), domains.prefix(account));
    }

    @Override
    public Answer settle(Who who, String typed, boolean warn) {
        String address = typed.strip().toLowerCase(Locale.ROOT).replaceFirst("/+$", "");
        if (!address.isEmpty() && !Domain.isAddress(address)) {
            return Answer.UNREADABLE;
        }
        if (!who.may(DOMAIN) && !address.equals(domains.of(who.account()).address())) {
            return Answer.NOT_ALLOWED;
        }
        Domain domain = new Domain(address, warn);
        if (!address.isEmpty() && domains.isOfTheServer(domain.host())) {
            return Answer.OURS;
        }
        boolean done = transactions.call(() -> {
            boolean set = store.set(who.account(), domain, clock.instant());
            if (set) {
                audit.record(who, "links.domain", "links", Map.of("address", address, "warn", warn));
                domains.refresh();
            }
            return set;
        });
        return done ? Answer.DONE : Answer.TAKEN;
    }

    @Override
    public Answer forbid(Who who, String typed) {
        String name = typed.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://", "")
                .replaceFirst("/.*$", "");
        String domain = NAME.matcher(name).matches()
                ? TargetAddress.read("http://" + name).map(TargetAddress::host).orElse("")
                : "";
        if (domain.isEmpty()) {
            return Answer.UNREADABLE;
        }
        transactions.call(() -> {
            boolean fresh = store.forbid(who.account(), domain, who.name(), clock.instant());
            if (fresh) {
                audit.record(who, "links.forbidden", "domain " + domain, Map.of());
                domains.refresh();
            }
            return fresh;
        });
        return Answer.DONE;
    }

    @Override
    public boolean allow(Who who, String domain) {
        return transactions.call(() -> {
            boolean gone = store.allow(who.account(), domain);
            if (gone) {
                audit.record(who, "links.allowed", "domain " + domain, Map.of());
                domains.refresh();
            }
            return gone;
        });
    }

    @Override
    public List<Forbidden> forbidden(AccountId operator) {
        return store.forbidden(operator);
    }
}

package io.vestnik.platform.links.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.LinkDomains;
import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A server whose pages are under sms.example.com and whose links begin with go.example.com. */
@ModuleTest
class DomainsTests {
    private static final LinkSettings SETTINGS = new LinkSettings("https://go.example.com", Duration.ofDays(1));

    @Autowired
    Accounts accounts;

    @Autowired
    Snapshots snapshots;

    @Autowired
    Transactions transactions;

    @Autowired
    Audit audit;

    @Autowired
    ContactFixtures fixtures;

    private AccountId one = new AccountId(1);
    private AccountId another = new AccountId(1);
    private Domains domains;

    @BeforeEach
    void settle() {
        one = fixtures.account();
        another = fixtures.account();
        DomainStore store = new Settled(
                Map.of(one, new Domain("https://shop.example", false), another, new Domain("sms.example.com", false)));
        domains = new Domains(store, accounts, SETTINGS, new Pages(), snapshots);
        domains.refresh();
    }

    @Test
    void neverTakesTheHostOfThePagesForOneOfLinks() {
        assertThat(domains.isOfLinks("SMS.example.com")).isFalse();
        assertThat(domains.isOfLinks("Shop.example")).isTrue();
        assertThat(domains.isOfLinks("go.example.com")).isTrue();
        assertThat(domains.isOfLinks("other.example")).isFalse();
    }

    @Test
    void aDomainOfOneAccountStopsNoLinksOfAnother() {
        assertThat(domains.forbids(one, "shop.example")).isTrue();
        assertThat(domains.forbids(another, "shop.example")).isFalse();
        assertThat(domains.forbids(one, "go.example.com")).isTrue();
        assertThat(domains.forbids(another, "go.example.com")).isTrue();
    }

    @Test
    void aDotAtTheEndDoesNotHideAForbiddenDomain() {
        assertThat(domains.forbids(one, "bit.ly.")).isTrue();
        assertThat(domains.forbids(one, "www.bit.ly.")).isTrue();
        assertThat(domains.forbids(one, "bit.lyon.example.")).isFalse();
    }

    @ParameterizedTest
    @CsvSource({
        "sms.example.com, OURS",
        "https://SMS.example.com/, OURS",
        "http://sms.example.com:8080, OURS",
        "go.example.com, OURS",
        "any.localhost, OURS",
        "localhost, UNREADABLE",
        "127.0.0.1, UNREADABLE",
        "http://[::1], UNREADABLE",
        "sms.example.com., UNREADABLE"
    })
    void refusesWhatTheServerIsReachedUnder(String typed, LinkDomains.Answer answer) {
        DomainStore none = new Settled(Map.of());
        DomainDesk desk = new DomainDesk(none, domains, transactions, audit, Clock.systemUTC());
        assertThat(desk.settle(new Who(one, null, "key", "key", Set.of(LinkDomains.DOMAIN)), typed, false))
                .isEqualTo(answer);
    }

    private static final class Pages implements PublicAddress {
        @Override
        public String of(String path) {
            return "https://sms.example.com" + path;
        }

        @Override
        public boolean has(String host) {
            return host.equals("sms.example.com");
        }
    }

    private record Settled(Map<AccountId, Domain> all) implements DomainStore {
        @Override
        public long version() {
            return 1;
        }

        @Override
        public Known known() {
            return new Known(all, all.values().stream().map(Domain::host).collect(Collectors.toSet()), Set.of());
        }

        @Override
        public boolean set(AccountId account, Domain domain, Instant at) {
            throw new AssertionError("Stored " + domain);
        }

        @Override
        public boolean forbid(AccountId operator, String domain, String by, Instant at) {
            throw new AssertionError(domain);
        }

        @Override
        public boolean allow(AccountId operator, String domain) {
            throw new AssertionError(domain);
        }

        @Override
        public List<LinkDomains.Forbidden> forbidden(AccountId operator) {
            return List.of();
        }
    }
}

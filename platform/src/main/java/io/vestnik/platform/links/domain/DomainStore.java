package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.LinkDomains.Forbidden;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Domains of accounts, and domains that nobody may lead to. */
public interface DomainStore {
    long version();

    /** What all accounts have settled, and what is forbidden. */
    Known known();

    /**
     * Everything at one moment.
     *
     * @param hosts of the domains
     */
    record Known(Map<AccountId, Domain> domains, Set<String> hosts, Set<String> forbidden) {
        public Known {
            domains = Map.copyOf(domains);
            hosts = Set.copyOf(hosts);
            forbidden = Set.copyOf(forbidden);
        }
    }

    /** Settles the domain of an account; false when another has it. */
    boolean set(AccountId account, Domain domain, Instant at);

    /** Forbids a domain with all below it; false when it was forbidden before. */
    boolean forbid(AccountId operator, String domain, String by, Instant at);

    boolean allow(AccountId operator, String domain);

    /** By name. */
    List<Forbidden> forbidden(AccountId operator);
}

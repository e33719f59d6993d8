package io.vestnik.platform.links.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;

/** Whose links begin with what, and where no link may lead; from memory, at most a second old. */
@Component
public class Domains {
    private final Snapshot<DomainStore.Known> known;
    private final Accounts accounts;
    private final LinkSettings settings;
    private final PublicAddress address;
    private final Set<String> shipped = shipped();
    private final String ownHost;

    Domains(DomainStore store, Accounts accounts, LinkSettings settings, PublicAddress address, Snapshots snapshots) {
        this.known = snapshots.keep(new Snapshot<>("domains of links", store::version, store::known));
        this.accounts = accounts;
        this.settings = settings;
        this.ownHost = new Domain(settings.address(), false).host();
        this.address = address;
    }

    /** Domains that are always forbidden: those whose addresses hide where they lead. */
    private static Set<String> shipped() {
        try (var in = new ClassPathResource("links/forbidden.txt").getInputStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8)
                    .lines()
                    .map(String::strip)
                    .filter(line -> !line.isEmpty() && !line.startsWith("#"))
                    .collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Something was written. */
    void refresh() {
        known.refresh();
    }

    /** What the account has settled itself. */
    public Domain of(AccountId account) {
        return Objects.requireNonNullElse(known.get().domains().get(account), Domain.NONE);
    }

    /** What the links of an account begin with, up to the code. */
    public String prefix(AccountId account) {
        String own = accounts.chain(account).stream()
                .map(Account::id)
                .map(this::of)
                .map(Domain::address)
                .filter(it -> !it.isEmpty())
                .findFirst()
                .orElse(settings.address());
        return (own.isEmpty() ? address.of("") : own) + LinkMarks.PATH;
    }

    /** Whether whoever follows a link of the account is told where it leads first. */
    boolean warns(AccountId account) {
        return accounts.chain(account).stream().anyMatch(it -> of(it.id()).warn());
    }

    /** Whether links begin with this host, so that nothing but links is served under it; never the host of our pages, whoever says so. */
    public boolean isOfLinks(String host) {
        String name = host.toLowerCase(Locale.ROOT);
        return (known.get().hosts().contains(name) || ownHost.equals(name)) && !address.has(name);
    }

    /** Whether the host is settled for the whole server, so that no account may have it. */
    boolean isOfTheServer(String host) {
        return address.has(host) || host.endsWith(".localhost") || ownHost.equals(host);
    }

    /** Whether no link of the account may lead to this host: to one with which its own begin it would lead in circles. */
    public boolean forbids(AccountId account, String host) {
        String whole = host.toLowerCase(Locale.ROOT).replaceFirst("\\.$", "");
        Set<String> forbidden = known.get().forbidden();
        String name = whole;
        while (true) {
            if (forbidden.contains(name) || shipped.contains(name)) {
                return true;
            }
            int dot = name.indexOf('.');
            if (dot < 0) {
                return beginsWith(account, whole);
            }
            name = name.substring(dot + 1);
        }
    }

    /** What other accounts have settled is no concern of this one. */
    private boolean beginsWith(AccountId account, String host) {
        return ownHost.equals(host)
                || (known.get().hosts().contains(host)
                        && accounts.chain(account).stream()
                                .anyMatch(it -> of(it.id()).host().equals(host)));
    }
}

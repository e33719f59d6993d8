package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.tariffs.Tariffs;
import java.time.ZoneId;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * A client of a partner of the operator. Numbers that begin with 7916 are MTS at 3.50 (the partner pays 2.10), with 7903
 * Beeline at 4.00 (2.50), no route leads to 7900, and nobody has a price for others; 7777 is in Kazakhstan.
 */
final class Town implements Accounts, Senders, Tariffs, Numbering, Routes {
    static final AccountId OPERATOR = new AccountId(1);
    static final AccountId PARTNER = new AccountId(2);
    static final AccountId CLIENT = new AccountId(3);

    final Set<AccountId> closed = new HashSet<>();
    /** Where numbers that begin so live, if not in Moscow. */
    final Map<String, String> zones = new HashMap<>();

    /** And in which country, if not in Russia. */
    final Map<String, String> countries = new HashMap<>();

    final Set<String> names = new HashSet<>(Set.of("VESTNIK"));
    /** At which networks a name is let through, where not at all. */
    final Map<String, Set<String>> limits = new HashMap<>();

    Money rise = Money.ZERO;

    @Override
    public Account get(AccountId id) {
        AccountId parent = id.equals(CLIENT) ? PARTNER : id.equals(PARTNER) ? OPERATOR : null;
        AccountKind kind = id.equals(CLIENT)
                ? AccountKind.CLIENT
                : id.equals(PARTNER) ? AccountKind.PARTNER : AccountKind.OPERATOR;
        return new Account(
                id, kind, parent, kind.name(), "RUB", ZoneId.of("Europe/Moscow"), "RU", !closed.contains(id));
    }

    @Override
    public Optional<Account> find(AccountId id) {
        return Optional.of(get(id));
    }

    @Override
    public Optional<AccountId> operator() {
        return Optional.of(OPERATOR);
    }

    @Override
    public List<Account> chain(AccountId id) {
        return List.of(get(CLIENT), get(PARTNER), get(OPERATOR));
    }

    @Override
    public Slice<Account> below(AccountId parent, @Nullable String after, int limit) {
        return new Slice<>(List.of(), null);
    }

    @Override
    public boolean allowed(AccountId account, String name) {
        return names.contains(name);
    }

    @Override
    public Set<String> operators(AccountId account, String name) {
        return limits.getOrDefault(name, Set.of());
    }

    @Override
    public List<String> names(AccountId account) {
        return List.copyOf(names);
    }

    @Override
    public List<Zone> zones(AccountId account) {
        return List.of();
    }

    @Override
    public Optional<Quote> quote(AccountId account, String mccMnc, TrafficType type) {
        return switch (mccMnc) {
            case "25001" -> Optional.of(price("3.50", "2.10"));
            case "25099" -> Optional.of(price("4.00", "2.50"));
            case "25020" -> Optional.of(price("1.00", "0.50"));
            default -> Optional.empty();
        };
    }

    private Quote price(String own, String above) {
        return new Quote(List.of(
                new Level(CLIENT, PARTNER, Money.of(own).plus(rise), Charge.ON_DELIVERED, 7),
                new Level(PARTNER, OPERATOR, Money.of(above), Charge.ON_SENT, 8)));
    }

    @Override
    public Origin of(String digits) {
        String mccMnc = switch (digits.substring(0, 4)) {
            case "7916" -> "25001";
            case "7903" -> "25099";
            case "7900" -> "25020";
            default -> "250";
        };
        String zone = zones.getOrDefault(digits.substring(0, 4), "Europe/Moscow");
        String country = countries.getOrDefault(digits.substring(0, 4), digits.startsWith("7777") ? "KZ" : "RU");
        return new Origin(country, mccMnc, null, null, ZoneId.of(zone));
    }

    @Override
    public boolean knows(long version) {
        return true;
    }

    @Override
    public String operatorName(String mccMnc) {
        return switch (mccMnc) {
            case "25001" -> "МТС";
            case "25099" -> "Билайн";
            default -> mccMnc;
        };
    }

    @Override
    public Optional<RouteId> choose(AccountId account, String mccMnc, TrafficType type) {
        return mccMnc.equals("25020") ? Optional.empty() : Optional.of(new RouteId(1));
    }

    @Override
    public Collection<Route> open() {
        return List.of();
    }

    @Override
    public Optional<Route> find(RouteId id) {
        return Optional.empty();
    }
}

package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** The rows of tariffs; those who change one name its owner. */
public interface TariffStore {
    /** Grows with every change, and when the time of a line has come: lines are only ever added. */
    long version(Instant now);

    /** The lines that hold at this moment. */
    PriceBook book(Instant now);

    long add(AccountId owner, String name, String currency);

    /** Adds a line to a tariff of the owner; false when the owner has no such tariff. */
    boolean addLine(AccountId owner, long tariff, PriceLine line, String by);

    /** Makes a tariff of the owner the one of an account; false when the owner has no such tariff. */
    boolean assign(AccountId owner, long tariff, AccountId account);

    /** Makes a tariff of the owner the one for everybody right below without their own; false when there is none. */
    boolean makeUsual(AccountId owner, long tariff);

    /** The owner's tariffs, by name; at most {@code limit}. */
    List<Tariff> list(AccountId owner, int limit);

    Optional<Tariff> find(AccountId owner, long tariff);

    /** The lines of an owner's tariff that hold now or will, by direction; at most {@code limit}. */
    List<PriceLine> lines(AccountId owner, long tariff, int limit);
}

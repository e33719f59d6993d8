package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** By which prices accounts right below may pay: known to who keeps the prices. */
public interface TariffChoice {
    /**
     * A tariff that may be given.
     *
     * @param usual whether those pay by it who are given none
     */
    record Offered(long id, String name, boolean usual) {}

    /** Those that who asks may give to accounts right below, by name; none where they may give none. */
    List<Offered> offered(Who who);

    /** Lets an account right below pay by one of them, in the caller's transaction; false where it is none of them. */
    boolean give(Who who, long tariff, AccountId account);
}

package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * All tariffs as of one moment.
 *
 * @param lists by tariff
 * @param assigned the tariff that an account pays by
 * @param defaults the tariff that the accounts right below an owner pay by when none is assigned
 */
public record PriceBook(Map<Long, PriceList> lists, Map<AccountId, Long> assigned, Map<AccountId, Long> defaults) {
    public PriceBook {
        lists = Map.copyOf(lists);
        assigned = Map.copyOf(assigned);
        defaults = Map.copyOf(defaults);
    }

    /** The number of the tariff by which the payer pays who serves it; none when there is none. */
    @Nullable
    Long tariff(AccountId payer, AccountId payee) {
        Long own = assigned.get(payer);
        return own == null ? defaults.get(payee) : own;
    }

    /** What the payer pays by; none when there is nothing. */
    @Nullable
    PriceList list(AccountId payer, AccountId payee) {
        Long tariff = tariff(payer, payee);
        return tariff == null ? null : lists.get(tariff);
    }
}

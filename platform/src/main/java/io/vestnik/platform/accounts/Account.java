package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * A node of the tree: it owns data, a balance and users.
 *
 * @param parent who serves it; none for the operator
 * @param name as people see it
 * @param currency ISO 4217 letters, fixed at opening
 * @param zone in which its dates are shown
 * @param country ISO 3166 letters: what a number without a country code is read as
 * @param active whether it may send and sign in: it and all who are above it are open
 */
public record Account(
        AccountId id,
        AccountKind kind,
        @Nullable AccountId parent,
        String name,
        String currency,
        ZoneId zone,
        String country,
        boolean active) {}

package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.kernel.AccountId;

/**
 * A named list of prices.
 *
 * @param owner who sells by it
 * @param lines how many lines hold now
 * @param accounts how many accounts it is assigned to
 * @param usual whether accounts right below the owner pay by it when none is assigned
 */
public record Tariff(long id, AccountId owner, String name, String currency, int lines, int accounts, boolean usual) {
    public static final int LONGEST_NAME = 100;
}

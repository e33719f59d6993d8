package io.vestnik.platform.billing;

import io.vestnik.platform.kernel.Money;
import java.time.LocalDate;

/**
 * What happened to an account's money on one day for one cause.
 *
 * @param day in the account's own zone
 * @param cause as it was held under, such as {@code campaign 12}
 * @param count messages
 * @param amount how much, whatever the direction; below nothing only for corrections
 */
public record Movement(LocalDate day, Operation operation, String cause, long count, Money amount) {}

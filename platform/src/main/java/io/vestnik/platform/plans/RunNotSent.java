package io.vestnik.platform.plans;

import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;

/**
 * A run of a plan was to be sent, and was not.
 *
 * @param name of the plan
 * @param reason stable: {@code no_money}, {@code refused}, {@code missed}, {@code failed} or {@code nobody}
 */
public record RunNotSent(AccountId account, PlanId plan, String name, Instant plannedAt, String reason) {}

package io.vestnik.platform.billing;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Which movements to list; a part that is not given does not narrow.
 *
 * @param from the first day
 * @param to the last day
 */
public record MovementFilter(
        @Nullable LocalDate from,
        @Nullable LocalDate to,
        @Nullable Operation operation) {}

package io.vestnik.platform.statistics;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/** At which hours of the week messages arrive, and people do something with them. */
public interface HourFigures {
    /**
     * The account's own, by its clock.
     *
     * @param to the last day
     * @param mark what recipients did; none for deliveries
     */
    HourMap hours(AccountId account, LocalDate from, LocalDate to, @Nullable MessageMark mark);
}

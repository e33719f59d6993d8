package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Statistics.Reason;
import io.vestnik.platform.statistics.Statistics.Refused;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** Reports that people ask for: where one cannot be told, the nearest that can, and a word why. */
@Component
class NearestReports {
    private final Statistics statistics;
    private final Format format;

    NearestReports(Statistics statistics, Format format) {
        this.statistics = statistics;
        this.format = format;
    }

    /**
     * A report.
     *
     * @param asked what it tells, which may be less than was asked for
     * @param note why; none where it is what was asked for
     */
    record Told(Asked asked, Report report, @Nullable String note) {}

    Told tell(Who who, Asked asked) {
        return switch (statistics.ask(who.account(), asked.question())) {
            case Report report -> new Told(asked, report, null);
            case Refused(Reason reason) -> nearest(who, asked, reason);
        };
    }

    private Told nearest(Who who, Asked asked, Reason reason) {
        if (reason == Reason.NOT_BELOW) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        Told told = tell(who, asked.nearest(reason));
        String code = reason.name().toLowerCase(Locale.ROOT).replace('_', '-');
        return new Told(
                told.asked(), told.report(), format.text("statistics.refused." + code, Statistics.MOST_DAYS_OF_HOURS));
    }
}

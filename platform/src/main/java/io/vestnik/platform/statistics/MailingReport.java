package io.vestnik.platform.statistics;

import io.vestnik.platform.campaigns.Campaigns.Campaign;
import java.time.Instant;
import java.util.List;
import java.util.Map;

/**
 * What came of a mailing.
 *
 * @param operators by the code of the network, the most messages first
 * @param failures why messages were not delivered, the most frequent first
 * @param deliveries how many in each hour that had any
 * @param clicks the same of people who followed a link
 */
public record MailingReport(
        Campaign campaign,
        Sums sums,
        List<Line> operators,
        List<Reason> failures,
        Map<Instant, Long> deliveries,
        Map<Instant, Long> clicks,
        Counted counted) {
    public MailingReport {
        operators = List.copyOf(operators);
        failures = List.copyOf(failures);
    }

    /**
     * Why messages were not delivered.
     *
     * @param code the network's, or our own word; empty where nobody told
     * @param receipt whether the network had taken them before
     */
    public record Reason(String code, boolean receipt, long messages) {}
}

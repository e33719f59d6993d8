package io.vestnik.bench.chaos;

import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Everything that three witnesses say of one round: the sources, the database, the operator.
 *
 * @param seen by number
 * @param told the states that programs heard, by message
 * @param reports of the round's campaigns
 */
record Evidence(
        List<Sent> sent,
        List<Row> rows,
        Map<String, Seen> seen,
        Map<Long, Set<Integer>> told,
        LedgerSheet ledger,
        List<Report> reports) {

    Evidence {
        sent = List.copyOf(sent);
        rows = List.copyOf(rows);
        seen = Map.copyOf(seen);
        told = Map.copyOf(told);
        reports = List.copyOf(reports);
    }

    /**
     * How many messages of a campaign stand in which state.
     *
     * @param who which report it is
     * @param counts by the schema's number of the state
     */
    record Report(long campaign, String who, Map<Integer, Long> counts) {
        Report {
            counts = Map.copyOf(counts);
        }
    }
}

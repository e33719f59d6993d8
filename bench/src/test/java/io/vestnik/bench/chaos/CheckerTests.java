package io.vestnik.bench.chaos;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.bench.chaos.Fault.Kind;
import io.vestnik.bench.chaos.LedgerSheet.Entry;
import io.vestnik.bench.chaos.LedgerSheet.Pocket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** A checker that cannot fail proves nothing: each kind of fault is put before it once. */
class CheckerTests {
    private static final BigDecimal PRICE = new BigDecimal("3.5000");
    private static final BigDecimal NOTHING = new BigDecimal("0.0000");
    private static final long CLIENT = 3;
    private static final long PARTNER = 2;
    private static final int REVENUE = 3;
    private static final int HOLD = 2;
    private static final int DEBIT = 3;
    private static final int SENT = 7;
    private static final int NONE_IN_DOUBT = 0;
    private static final String LISTENING = "79169999999";

    private final List<Sent> sent = new ArrayList<>();
    private final List<Row> rows = new ArrayList<>();
    private final Map<String, Seen> seen = new HashMap<>();
    private final Map<Long, Set<Integer>> told = new HashMap<>();
    private final List<Entry> entries = new ArrayList<>();
    private final Map<Long, BigDecimal> available = new HashMap<>();
    private final List<Evidence.Report> reports = new ArrayList<>();

    @Test
    void findsNothingWhenAllAgree() {
        delivered("79160000001", 1);
        delivered("79160000002", 2);
        assertThat(faults()).isEmpty();
    }

    @Test
    void findsAMessageThatWasAcknowledgedAndIsNotStored() {
        delivered("79160000001", 1);
        sent.add(new Sent("single", "79160000009", new Sent.Acknowledged("9", 1, PRICE)));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsAMessageThatEndedThoughTheOperatorNeverHadIt() {
        delivered("79160000001", 1);
        acknowledged("79160000002", 2);
        rows.add(row("79160000002", 2, Row.UNDELIVERED, 0));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void letsAMessageGoThatWasInDoubtAndNeverSeen() {
        acknowledged("79160000002", 2);
        rows.add(row("79160000002", 2, Row.UNDELIVERED, 1));
        assertThat(Checker.faults(evidence(), false, 1)).isEmpty();
        assertThat(Checker.faults(evidence(), false, NONE_IN_DOUBT))
                .extracting(Fault::kind)
                .containsExactly(Kind.DOUBT);
    }

    @Test
    void findsAMessageThatHasNotEnded() {
        acknowledged("79160000001", 1);
        seen("79160000001", "1/1", "a", "DELIVRD");
        rows.add(row("79160000001", 1, SENT, 0));
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsADeliveryThatNobodyTold() {
        delivered("79160000001", 1);
        seen.clear();
        seen("79160000001", "1/1", "a", "UNDELIV");
        assertThat(kinds()).containsExactly(Kind.LOST);
    }

    @Test
    void findsAMessageThatWentOutTwice() {
        delivered("79160000001", 1);
        seen("79160000001", "1/1", "b", "DELIVRD");
        assertThat(kinds()).containsExactly(Kind.DOUBLED);
        assertThat(Checker.faults(evidence(), true, NONE_IN_DOUBT))
                .as("sending again is for doubts alone")
                .extracting(Fault::kind)
                .containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsAMessageThatIsStoredTwice() {
        delivered("79160000001", 1);
        delivered("79160000001", 2);
        seen.clear();
        seen("79160000001", "1/1", "a", "DELIVRD");
        assertThat(kinds()).containsOnly(Kind.DOUBLED);
    }

    @Test
    void findsAMessageThatWasRefusedAndStored() {
        delivered("79160000001", 1);
        sent.clear();
        sent.add(new Sent("single", "79160000001", new Sent.Refused("503")));
        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsAMessageThatWasRefusedForNothing() {
        sent.add(new Sent("single", "79160000001", new Sent.Refused("503")));
        assertThat(kinds()).as("a busy server may say so").isEmpty();
        sent.add(new Sent("single", "79160000002", new Sent.Refused("no_price")));
        sent.add(new Sent("keyed", "79160000003", new Sent.Unsettled()));
        assertThat(kinds()).containsExactly(Kind.REFUSED, Kind.REFUSED);
    }

    @Test
    void findsAnEndThatItsSenderWasNotTold() {
        delivered(LISTENING, 1);
        assertThat(kinds()).containsExactly(Kind.UNTOLD);
        told.put(1L, Set.of(Row.UNDELIVERED));
        assertThat(kinds()).as("told otherwise").containsExactly(Kind.UNTOLD);
        told.put(1L, Set.of(Row.UNDELIVERED, Row.DELIVERED));
        assertThat(kinds()).isEmpty();
    }

    @Test
    void findsWhatWentToTheOperatorAndIsNotStored() {
        seen("79160000001", "1/1", "a", "DELIVRD");
        assertThat(kinds()).containsExactly(Kind.DOUBLED);
    }

    @Test
    void findsALineOfTheLedgerThatIsWrong() {
        delivered("79160000001", 1);
        entries.removeLast();
        entries.add(new Entry(2, PARTNER, REVENUE, 5, new BigDecimal("3.4999")));
        assertThat(kinds()).containsOnly(Kind.LEDGER).hasSize(2); // its transaction, and all together
    }

    @Test
    void findsAMessageThatWasPaidTwice() {
        delivered("79160000001", 1);
        hold(PRICE);
        debit(PRICE);
        assertThat(kinds()).containsExactly(Kind.LEDGER);
    }

    @Test
    void findsABalanceThatItsEntriesDoNotGive() {
        delivered("79160000001", 1);
        available.put(CLIENT, NOTHING);
        assertThat(kinds()).containsExactly(Kind.LEDGER);
    }

    @Test
    void findsMoneyThatIsStillHeld() {
        delivered("79160000001", 1);
        hold(PRICE);
        hold(PRICE.negate());
        hold(PRICE);
        assertThat(kinds()).containsOnly(Kind.LEDGER);
    }

    @Test
    void findsAReportThatCountsOtherwise() {
        delivered("79160000001", 1);
        reports.add(new Evidence.Report(7, "the counters", Map.of(Row.DELIVERED, 1L)));
        assertThat(kinds()).containsExactly(Kind.COUNTERS);
    }

    private void delivered(String recipient, long id) {
        acknowledged(recipient, id);
        seen(recipient, "1/1", "up" + id, "DELIVRD");
        rows.add(row(recipient, id, Row.DELIVERED, 0));
        hold(PRICE);
        debit(PRICE);
    }

    private void acknowledged(String recipient, long id) {
        sent.add(new Sent("single", recipient, new Sent.Acknowledged(Long.toString(id), 1, PRICE)));
    }

    private void seen(String recipient, String part, String id, String receipt) {
        Seen one = seen.computeIfAbsent(recipient, _ -> new Seen());
        one.taken(part, id);
        one.receipt(id, receipt);
    }

    private static Row row(String recipient, long id, int state, int doubts) {
        BigDecimal charged = state == Row.DELIVERED ? PRICE : NOTHING;
        return new Row(
                id,
                recipient,
                null,
                state,
                doubts > 0 ? "unknown" : null,
                state == Row.DELIVERED || state == SENT,
                LISTENING.equals(recipient),
                new Row.Terms(1, PRICE, false, List.of(new Row.Level(CLIENT, PRICE, false))),
                new Row.Told(doubts, state, charged));
    }

    private void hold(BigDecimal amount) {
        entries.add(new Entry(1, CLIENT, LedgerSheet.AVAILABLE, HOLD, amount.negate()));
        entries.add(new Entry(1, CLIENT, LedgerSheet.HELD, HOLD, amount));
        available.merge(CLIENT, amount.negate(), BigDecimal::add);
    }

    private void debit(BigDecimal amount) {
        entries.add(new Entry(2, CLIENT, LedgerSheet.HELD, DEBIT, amount.negate()));
        entries.add(new Entry(2, PARTNER, REVENUE, 5, amount));
    }

    private List<Kind> kinds() {
        return faults().stream().map(Fault::kind).toList();
    }

    private List<Fault> faults() {
        return Checker.faults(evidence(), false, NONE_IN_DOUBT);
    }

    private Evidence evidence() {
        Map<Pocket, BigDecimal> sums = new HashMap<>();
        entries.forEach(
                entry -> sums.merge(new Pocket(entry.account(), entry.kind()), entry.amount(), BigDecimal::add));
        return new Evidence(sent, rows, seen, told, new LedgerSheet(entries, available, sums), reports);
    }
}

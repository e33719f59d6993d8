package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.LedgerSheet.Entry;
import io.vestnik.bench.chaos.LedgerSheet.Pocket;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;

/** Adds the money up anew, from the lines of the ledger and from what each message owes whom. */
final class LedgerCheck {

    private LedgerCheck() {}

    /** What does not come out, once nothing is on its way any more. */
    static List<Fault> faults(LedgerSheet ledger, List<Row> rows) {
        List<Fault> faults = new ArrayList<>();
        Map<Long, BigDecimal> transactions = new TreeMap<>();
        Map<Long, BigDecimal> paid = new TreeMap<>();
        for (Entry entry : ledger.entries()) {
            transactions.merge(entry.transaction(), entry.amount(), BigDecimal::add);
            boolean own = entry.kind() == LedgerSheet.AVAILABLE || entry.kind() == LedgerSheet.HELD;
            if (own && entry.operation() != LedgerSheet.TOP_UP) {
                paid.merge(entry.account(), entry.amount().negate(), BigDecimal::add);
            }
        }
        transactions.forEach((transaction, sum) -> {
            if (sum.signum() != 0) {
                faults.add(ledgerFault("transaction " + transaction + " sums to " + sum));
            }
        });
        pockets(ledger, faults);
        messages(rows, paid, faults);
        return faults;
    }

    private static void pockets(LedgerSheet ledger, List<Fault> faults) {
        BigDecimal all = BigDecimal.ZERO;
        for (Map.Entry<Pocket, BigDecimal> sum : ledger.sums().entrySet()) {
            all = all.add(sum.getValue());
            Pocket pocket = sum.getKey();
            if (pocket.kind() == LedgerSheet.HELD && sum.getValue().signum() != 0) {
                faults.add(ledgerFault("account " + pocket.account() + " still has " + sum.getValue() + " held"));
            }
            if (pocket.kind() == LedgerSheet.AVAILABLE && !ledger.available().containsKey(pocket.account())) {
                faults.add(ledgerFault("account " + pocket.account() + " has entries and no balance"));
            }
        }
        if (all.signum() != 0) {
            faults.add(ledgerFault("all entries together sum to " + all));
        }
        ledger.available().forEach((account, balance) -> {
            BigDecimal entries =
                    ledger.sums().getOrDefault(new Pocket(account, LedgerSheet.AVAILABLE), BigDecimal.ZERO);
            if (balance.compareTo(entries) != 0) {
                faults.add(ledgerFault("account " + account + " has " + balance + ", its entries say " + entries));
            }
        });
    }

    private static void messages(List<Row> rows, Map<Long, BigDecimal> paid, List<Fault> faults) {
        Map<Long, BigDecimal> owed = new TreeMap<>();
        for (Row row : rows) {
            BigDecimal own = row.owed(row.terms().onSent()) ? row.terms().price() : BigDecimal.ZERO;
            if (own.compareTo(row.told().charged()) != 0) {
                faults.add(new Fault(
                        Fault.Kind.LEDGER,
                        row.recipient(),
                        "message " + row.id() + " owes " + own + ", its facts charged "
                                + row.told().charged()));
            }
            BigDecimal parts = BigDecimal.valueOf(row.terms().parts());
            for (Row.Level level : row.terms().levels()) {
                if (row.owed(level.onSent())) {
                    owed.merge(level.payer(), level.perPart().multiply(parts), BigDecimal::add);
                }
            }
        }
        TreeSet<Long> accounts = new TreeSet<>(paid.keySet());
        accounts.addAll(owed.keySet());
        for (long account : accounts) {
            BigDecimal should = owed.getOrDefault(account, BigDecimal.ZERO);
            BigDecimal was = paid.getOrDefault(account, BigDecimal.ZERO);
            if (should.compareTo(was) != 0) {
                faults.add(ledgerFault(
                        "account " + account + " owes " + should + " for its messages, the ledger took " + was));
            }
        }
    }

    private static Fault ledgerFault(String what) {
        return Fault.of(Fault.Kind.LEDGER, what);
    }
}

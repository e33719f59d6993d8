package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.store.Snapshot;
import io.vestnik.platform.store.Snapshots;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks numbers up in the plan in force, in memory; a new one is there a second after it came into force on any node. */
@Component
public class PlanNumbering implements Numbering {
    private final Snapshot<PlanTables> tables;
    private final ShippedPlan shipped = ShippedPlan.read();

    PlanNumbering(PlanStore store, Snapshots snapshots) {
        this.tables = snapshots.keep(new Snapshot<>("numbering", store::version, () -> PlanTables.of(shipped, store)));
    }

    @Override
    public Origin of(String digits) {
        return tables.get().origin(digits);
    }

    @Override
    public String operatorName(String mccMnc) {
        return tables.get().names().getOrDefault(mccMnc, mccMnc);
    }

    @Override
    public boolean knows(long version) {
        boolean known = tables.get().version() >= version;
        if (!known) {
            tables.refresh();
        }
        return known || tables.get().version() >= version;
    }

    /** Whether the number was taken to another operator. */
    public boolean isPorted(String digits) {
        return tables.get().ported().find(Digits.value(digits)) >= 0;
    }

    /** To be called by whoever has changed what is in force. */
    void refresh() {
        tables.refresh();
    }

    /** The network that is meant by a code or by a name, of our table or of those that loads have brought. */
    Optional<Network> network(String codeOrName) {
        return shipped.operatorNames()
                .known(codeOrName)
                .or(() -> Optional.ofNullable(tables.get().names().get(codeOrName))
                        .map(name -> new Network(codeOrName, name)));
    }

    /** How a register is read. */
    RegisterRows rows(RegisterColumns columns) {
        return new RegisterRows(columns, shipped.operatorNames(), shipped.regionNames());
    }
}

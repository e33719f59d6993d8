package io.vestnik.platform.numbering;

import io.vestnik.platform.kernel.Origin;
import java.time.ZoneId;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Looks numbers up in tables that are read once, at the start. */
@Component
class TableNumbering implements Numbering {
    /** No country has such numbers: ISO 3166 leaves ZZ to its users. */
    private static final Origin NOWHERE = new Origin("ZZ", "000", null, null, ZoneId.of("UTC"));

    private final PrefixTable<Origin> table;
    private final Map<String, String> names;

    TableNumbering() {
        PlanFiles files = PlanFiles.read();
        this.table = PrefixTable.of(files.origins(), NOWHERE);
        this.names = files.names();
    }

    @Override
    public Origin of(String digits) {
        return table.find(digits);
    }

    @Override
    public boolean knows(long version) {
        return version <= 0;
    }

    @Override
    public String operatorName(String mccMnc) {
        return names.getOrDefault(mccMnc, mccMnc);
    }
}

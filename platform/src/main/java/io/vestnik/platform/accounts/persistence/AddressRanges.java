package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.AddressRange;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Arrays;
import java.util.List;

/** Reads the column {@code addresses}. */
final class AddressRanges {

    private AddressRanges() {}

    static List<AddressRange> of(ResultSet row) throws SQLException {
        String[] texts = (String[]) row.getArray("addresses").getArray();
        return Arrays.stream(texts)
                .map(text -> AddressRange.parse(text).orElseThrow())
                .toList();
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Consents.Consent;
import java.util.List;
import java.util.Set;

/**
 * What came of some rows of a load, before anything is written.
 *
 * @param fields the keys of the fields that these rows may tell
 * @param rows how many; none at the end
 * @param people each phone once in the whole load
 * @param duplicates rows whose phone came before
 * @param leftOut cells that could not be understood
 * @param several cells with more than one phone
 * @param consents what the rows tell of consents, also those whose phone came before
 */
record LoadChunk(
        Set<String> fields,
        int rows,
        List<NewContact> people,
        List<RefusedRow> refused,
        int duplicates,
        long leftOut,
        long several,
        List<Consent> consents) {
    static final LoadChunk END = new LoadChunk(Set.of(), 0, List.of(), List.of(), 0, 0, 0, List.of());

    boolean isEnd() {
        return rows == 0;
    }
}

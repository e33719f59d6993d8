package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.tabular.Row;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** People of the rows of a table. */
final class TableSource implements LoadSource {
    private final LoadReading reading;
    private final List<RowReader> readers;
    private final Map<Integer, ConsentReader> agreed;
    private final LoadRules rules;
    private final PhoneSet seen = new PhoneSet();

    /**
     * A table that is open.
     *
     * @param readers one a sheet, in their order
     * @param agreed by the places of those sheets that tell of consents
     */
    TableSource(LoadReading reading, List<RowReader> readers, Map<Integer, ConsentReader> agreed, LoadRules rules) {
        this.reading = reading;
        this.readers = readers;
        this.agreed = agreed;
        this.rules = rules;
    }

    @Override
    public int skim(int most) {
        return reading.next(most).rows().size();
    }

    @Override
    public LoadChunk next(int most) {
        LoadReading.Piece piece = reading.next(most);
        if (piece.rows().isEmpty()) {
            return LoadChunk.END;
        }
        RowReader reader = readers.get(piece.sheet());
        List<NewContact> people = new ArrayList<>(piece.rows().size());
        List<RefusedRow> refused = new ArrayList<>();
        ConsentReader consent = agreed.get(piece.sheet());
        List<Consent> consents = new ArrayList<>();
        int duplicates = 0;
        long several = 0;
        for (Row row : piece.rows()) {
            switch (reader.read(row)) {
                case RowReader.Reading.Refused(RefusedRow refusal) -> refused.add(refusal);
                case RowReader.Reading.Understood(String phone, Person person, boolean more) -> {
                    several += more ? 1 : 0;
                    if (consent != null) {
                        consents.addAll(consent.read(row, phone));
                    }
                    if (seen.add(phone)) {
                        people.add(rules.contact(phone, person));
                    } else {
                        duplicates++;
                    }
                }
            }
        }
        long leftOut = reader.takeLeftOut() + (consent == null ? 0 : consent.takeLeftOut());
        return new LoadChunk(
                reader.keys(), piece.rows().size(), people, refused, duplicates, leftOut, several, consents);
    }

    @Override
    public List<List<String>> headers() {
        return reading.headers();
    }

    @Override
    public void close() throws IOException {
        reading.close();
    }
}

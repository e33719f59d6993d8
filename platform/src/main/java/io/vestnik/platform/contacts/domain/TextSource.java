package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Findings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** People of the phones of a text: nothing is known of them but that. */
final class TextSource implements LoadSource {
    private final TextPhones phones;
    private final LoadRules rules;
    private final PhoneSet seen = new PhoneSet();
    private final Deque<String> found = new ArrayDeque<>();
    private final Deque<RefusedRow> refused = new ArrayDeque<>();
    private long refusals;

    TextSource(TextPhones phones, LoadRules rules) {
        this.phones = phones;
        this.rules = rules;
    }

    /** A text has no rows that could break off. */
    @Override
    public int skim(int most) {
        return 0;
    }

    @Override
    public LoadChunk next(int most) {
        List<NewContact> people = new ArrayList<>();
        List<RefusedRow> notUnderstood = new ArrayList<>();
        int duplicates = 0;
        int rows = 0;
        while (rows < most && (!found.isEmpty() || !refused.isEmpty() || advance())) {
            if (!refused.isEmpty()) {
                notUnderstood.add(refused.remove());
                rows++;
            } else if (!found.isEmpty()) {
                String phone = found.remove();
                rows++;
                if (seen.add(phone)) {
                    people.add(rules.contact(phone, Person.UNKNOWN));
                } else {
                    duplicates++;
                }
            }
        }
        return new LoadChunk(Set.of(), rows, people, notUnderstood, duplicates, 0, 0, List.of());
    }

    /** Looks through the next piece; false at the end. */
    private boolean advance() {
        try {
            Optional<TextPhones.Found> next = phones.next();
            next.ifPresent(piece -> {
                piece.findings()
                        .found()
                        .forEach(number -> found.add(number.number().digits()));
                for (Findings.Leftover leftover : piece.findings().leftovers()) {
                    refused.add(new RefusedRow(
                            0,
                            ++refusals,
                            RowReader.code(leftover.reason()),
                            List.of(piece.piece().substring(leftover.start(), leftover.end()))));
                }
            });
            return next.isPresent();
        } catch (IOException e) {
            throw new UncheckedIOException("A stored text cannot be read", e);
        }
    }

    @Override
    public List<List<String>> headers() {
        return List.of();
    }

    @Override
    public void close() throws IOException {
        phones.close();
    }
}

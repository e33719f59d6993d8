package io.vestnik.simulator;

import io.vestnik.smpp.MessageState;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** Receipts that a journal promises and whose answers it does not have. */
final class Promises {
    private static final int PROMISE_FIELDS = 11;
    private static final int ANSWER_FIELDS = 5;

    private Promises() {}

    private record Promised(String systemId, Letter.Receipt receipt) {}

    /** What is still to be sent, by system id; nothing where there is no journal yet. */
    static Map<String, List<Letter.Receipt>> in(Path journal) throws IOException {
        Map<String, List<Letter.Receipt>> kept = new LinkedHashMap<>();
        if (Files.exists(journal)) {
            Map<String, Promised> open = new LinkedHashMap<>();
            try (Stream<String> lines = Files.lines(journal)) {
                lines.forEach(line -> note(line.split("\t", -1), open));
            }
            open.values()
                    .forEach(one -> kept.computeIfAbsent(one.systemId(), _ -> new ArrayList<>())
                            .add(one.receipt()));
        }
        return kept;
    }

    /** A line that is torn has fewer fields, and was never acted upon. */
    private static void note(String[] fields, Map<String, Promised> open) {
        if (fields[0].equals("promise") && fields.length == PROMISE_FIELDS) {
            open.put(fields[3], new Promised(fields[2], receipt(fields)));
        } else if (fields[0].equals("answer") && fields.length == ANSWER_FIELDS && isLast(fields[4])) {
            open.remove(fields[3]);
        }
    }

    private static boolean isLast(String status) {
        return !status.equals("lost") && !Desk.isTemporary(Integer.parseInt(status));
    }

    private static Letter.Receipt receipt(String[] fields) {
        MessageState state = MessageState.ofWord(fields[7])
                .orElseThrow(() -> new IllegalArgumentException("The journal promises the state " + fields[7]));
        return new Letter.Receipt(
                Long.parseLong(fields[4]),
                fields[5],
                fields[6],
                Instant.parse(fields[1]).toEpochMilli(),
                Instant.parse(fields[9]).toEpochMilli(),
                state,
                Integer.parseInt(fields[8]),
                fields[10].equals("-") ? null : (Integer) Integer.parseInt(fields[10]));
    }
}

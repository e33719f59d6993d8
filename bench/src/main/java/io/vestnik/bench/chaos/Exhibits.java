package io.vestnik.bench.chaos;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Keeps what is known about faults, message by message, where a person can look into it. */
final class Exhibits {

    private static final int MOST = 50;

    private Exhibits() {}

    /** Writes a file about the round into the folder: every fault, and for the first numbers all that the witnesses have. */
    static void keep(Path folder, int round, List<Fault> faults, List<Sent> sent, Rig rig) {
        StringBuilder text = new StringBuilder();
        faults.forEach(fault -> text.append(fault.kind())
                .append('\t')
                .append(fault.recipient())
                .append('\t')
                .append(fault.what())
                .append('\n'));
        Set<String> recipients = new LinkedHashSet<>();
        faults.stream()
                .map(Fault::recipient)
                .filter(recipient -> !recipient.isEmpty())
                .limit(MOST)
                .forEach(recipients::add);
        SmscLog journal = rig.journal();
        try (Database database = rig.database()) {
            for (String recipient : recipients) {
                text.append("\n==== ").append(recipient).append('\n');
                sent.stream()
                        .filter(one -> one.recipient().equals(recipient))
                        .forEach(one -> text.append(one).append('\n'));
                text.append(database.everythingAbout(recipient));
                text.append("-- the operator's journal\n").append(journal.linesOf(recipient));
            }
            Files.createDirectories(folder);
            Files.writeString(folder.resolve("round-" + round + ".txt"), text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (SQLException e) {
            throw new IllegalStateException("Cannot read what is known about faults", e);
        }
    }
}

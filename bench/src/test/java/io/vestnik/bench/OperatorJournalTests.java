package io.vestnik.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class OperatorJournalTests {

    private static final String JOURNAL = """
            #submit|time|system_id|message_id|status|source|destination|data_coding|part|reference|octets|sha256
            submit|t|vestnik|1|0|VESTNIK|79160000001|8|1/1|-|60|aa
            submit|t|vestnik||88|VESTNIK|79160000002|8|1/1|-|60|aa
            submit|t|vestnik|2|0|VESTNIK|79160000002|8|1/1|-|60|aa
            submit|t|vestnik|3|0|VESTNIK|79160000003|8|1/1|-|60|aa
            submit|t|vestnik|4|0|VESTNIK|79160000003|8|1/1|-|60|aa
            receipt|t|vestnik|1|DELIVRD
            answer|t|vestnik|1|0
            receipt|t|vestnik|2|EXPIRED
            receipt|t|vestnik|4|UNDELIV
            """.replace('|', '\t');

    @TempDir
    Path folder;

    @Test
    void countsOnlyWhatTheOperatorTook() throws IOException {
        assertThat(journal().submits()).isEqualTo(Map.of("79160000001", 1, "79160000002", 1, "79160000003", 2));
        assertThat(journal().repeated()).isEqualTo(1);
    }

    @Test
    void agreesWithStatesThatFollowItsReceipts() throws IOException {
        Map<String, String> states = Map.of(
                "79160000001", "delivered",
                "79160000002", "expired",
                "79160000003", "undelivered",
                "79160000004", "undelivered");
        assertThat(journal().disagreements(states)).isZero();
        assertThat(journal().unseen(states)).isEqualTo(1);
    }

    @Test
    void deniesADeliveryThatItNeverTold() throws IOException {
        assertThat(journal().disagreements(Map.of("79160000001", "undelivered", "79160000004", "delivered")))
                .isEqualTo(2);
    }

    private OperatorJournal journal() throws IOException {
        return OperatorJournal.read(Files.writeString(folder.resolve("journal.tsv"), JOURNAL));
    }
}

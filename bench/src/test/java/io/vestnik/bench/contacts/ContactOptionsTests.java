package io.vestnik.bench.contacts;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ContactOptionsTests {

    private static final Set<String> NAMES = Set.of("load-csv", "export");

    @Test
    void withoutOptionsEveryRowRunsWithAMillionPeople() {
        assertThat(ContactOptions.parse(List.of(), NAMES))
                .isEqualTo(new ContactOptions.Understood(
                        new ContactOptions(false, 1_000_000, Set.of(), Optional.empty())));
    }

    @Test
    void rowsAreTakenFromTheCommand() {
        assertThat(ContactOptions.parse(
                        List.of("--json", "--rows", "50000", "--only", "export,load-csv", "--profile", "/there"),
                        NAMES))
                .isEqualTo(new ContactOptions.Understood(new ContactOptions(
                        true, 50_000, Set.of("export", "load-csv"), Optional.of(Path.of("/there")))));
    }

    @Test
    void unknownRowsAndFewPeopleAreRefused() {
        assertThat(ContactOptions.parse(List.of("--only", "nothing"), NAMES))
                .isInstanceOf(ContactOptions.Refused.class);
        assertThat(ContactOptions.parse(List.of("--rows", "5"), NAMES)).isInstanceOf(ContactOptions.Refused.class);
        assertThat(ContactOptions.parse(List.of("--rows"), NAMES)).isInstanceOf(ContactOptions.Refused.class);
        assertThat(ContactOptions.parse(List.of("--much"), NAMES)).isInstanceOf(ContactOptions.Refused.class);
    }
}

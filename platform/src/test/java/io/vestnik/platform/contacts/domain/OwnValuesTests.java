package io.vestnik.platform.contacts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.domain.NamedField.Source;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OwnValuesTests {

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | 1 204,50 | 1204.5",
                "NUMBER | 1,204.50 | 1204.5",
                "NUMBER | 1.204,50 | 1204.5",
                "NUMBER | -0,0 | 0",
                "NUMBER | 100 | 100",
                "DATE | 31.12.2026 | 2026-12-31",
                "DATE | 2026-12-31 00:00:00 | 2026-12-31",
                "CHOICE | большой | Большой",
                "YES_NO | Да | yes",
                "YES_NO | + | yes",
                "YES_NO | ложь | no",
                "TEXT | A-17 | A-17",
            })
    void keepsWhatPeopleWriteInOneForm(FieldKind kind, String written, String kept) {
        assertThat(OwnValues.read(field(kind), written)).contains(kept);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "NUMBER | много",
                "NUMBER | 1e5",
                "NUMBER | 1234567890123456",
                "DATE | 31.02.2026",
                "DATE | 01.01.1800",
                "CHOICE | огромный",
                "YES_NO | может быть",
                "MOMENT | 2026-12-31",
            })
    void refusesWhatIsNotOfTheKind(FieldKind kind, String written) {
        assertThat(OwnValues.read(field(kind), written)).isEmpty();
    }

    private static NamedField field(FieldKind kind) {
        List<String> choices = kind == FieldKind.CHOICE ? List.of("Малый", "Большой") : List.of();
        return new NamedField("f1", Source.OWN, kind, "Поле", choices, true);
    }
}

package io.vestnik.platform.contacts.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NewFieldTests {
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "YES_NO | да,нет,,да",
                "YES_NO | +,-",
                "NUMBER | 1,0",
                "NUMBER | 1 204.5,-3",
                "DATE | 31.12.2026,2026-01-02",
                "TEXT | 31.12.2026,завтра",
                "TEXT | 007,123",
                "TEXT | 4000123412341234",
                "TEXT | ,"
            })
    void isMostLikelyTheNarrowestKindThatEveryCellFits(FieldKind kind, String cells) {
        assertThat(NewField.likely(List.of(cells.split(",", -1)))).isEqualTo(kind);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {"Бонусы [руб.] | Бонусы руб.", "№ карты | карты", "2-й телефон | ''", "12345 | ''"})
    void isCalledAsItsColumnWithoutWhatCannotStandInAName(String head, String name) {
        assertThat(NewField.nameOf(head)).isEqualTo(name);
    }
}

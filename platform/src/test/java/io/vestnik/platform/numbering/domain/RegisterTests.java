package io.vestnik.platform.numbering.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RegisterTests {
    private static final ShippedPlan shipped = ShippedPlan.read();
    private static final List<String> SEVEN = List.of("АВС/ DEF", "От", "До", "Емкость", "Оператор", "Регион", "ИНН");
    private static final List<String> EIGHT =
            List.of("ABC/DEF", "От", "До", "Ёмкость", "Оператор", "Регион", "Территория ГАР", "ИНН");

    @Test
    void findsColumnsByTheirNamesWhateverTheEditionIs() {
        assertThat(RegisterColumns.of(SEVEN)).contains(new RegisterColumns(0, 1, 2, 3, 4, 5, -1, 6));
        assertThat(RegisterColumns.of(EIGHT)).contains(new RegisterColumns(0, 1, 2, 3, 4, 5, 6, 7));
        assertThat(RegisterColumns.of(List.of(" АВС/ DEF\t", "От ", " До", "Емкость", "Оператор", "Регион")))
                .contains(new RegisterColumns(0, 1, 2, 3, 4, 5, -1, -1));
        assertThat(RegisterColumns.of(List.of("<html>", "От", "До"))).isEmpty();
        assertThat(RegisterColumns.of(List.of("АВС/ DEF", "От", "До", "Оператор")))
                .isEmpty();
    }

    @Test
    void readsRangesThatDoNotLieOnBordersOfPrefixes() {
        assertThat(read("900", "0062000", "62999", "1000", "ООО \"Т2 Мобайл\"", "Ростовская обл.", "7743895280"))
                .isEqualTo(new RegisterRows.Reading.Range(
                        79000062000L, 79000062999L, new Network("25020", "T2"), "ROS", "Ростовская обл."));
        assertThat(read(" 900\t", "\t0000000", "61999 ", "", "МТС", "Краснодарский край", ""))
                .isEqualTo(new RegisterRows.Reading.Range(
                        79000000000L, 79000061999L, new Network("25001", "МТС"), "KDA", "Краснодарский край"));
    }

    @Test
    void takesTheTerritoryFirstWhereTheRegionIsADash() {
        RegisterRows rows = rows(EIGHT);
        assertThat(rows.read(List.of(
                        "950",
                        "0",
                        "9999999",
                        "10000000",
                        "Кто-то",
                        "-",
                        "г. Улан-Удэ|г.о. город Улан-Удэ|Республика Бурятия",
                        "0000000000")))
                .isEqualTo(new RegisterRows.Reading.Range(
                        79500000000L,
                        79509999999L,
                        new Network("2500000000000", "Кто-то"),
                        "BU",
                        "г. Улан-Удэ|г.о. город Улан-Удэ|Республика Бурятия"));
    }

    @ParameterizedTest
    @CsvSource(textBlock = """
            90,  0,       9,       10, Кто-то, NOT_A_CODE
            700, 0,       9,       10, Кто-то, NOT_A_CODE
            ,    0,       9,       10, Кто-то, NOT_A_CODE
            900, x,       9,       10, Кто-то, NOT_A_NUMBER
            900, 0,       10000000,10, Кто-то, NOT_A_NUMBER
            900, 9,       0,       10, Кто-то, BACKWARDS
            900, 0,       9,       11, Кто-то, WRONG_CAPACITY
            900, 0,       9,       10, -,      NO_OPERATOR
            """)
    void refusesARowThatIsNotARange(
            String code, String from, String to, String capacity, String operator, RowRefusal reason) {
        assertThat(read(code == null ? "" : code, from, to, capacity, operator, "Москва", ""))
                .isEqualTo(new RegisterRows.Reading.Refused(reason));
    }

    @ParameterizedTest
    @CsvSource(delimiter = ';', textBlock = """
            Республика Саха /Якутия/;                              SA
            р-н Оймяконский|Республика Саха /Якутия/;               SA-E
            у. Среднеколымский|Республика Саха /Якутия/;            SA-K
            Ханты - Мансийский - Югра АО;                          KHM
            Ханты-Мансийский АО - Югра;                            KHM
            Ямало-Ненецкий АО;                                     YAN
            Ненецкий АО;                                           NEN
            Архангельская область и Ненецкий автономный округ;      ARK
            Архангельская область * Ненецкий автономный округ;      ARK
            г. Москва и Московская область;                        MOW
            Московская область * Москва|Московская область * Москва; MOW
            г. Москва, Московская область;                         MOW
            г. Улан-Удэ|Республика Бурятия;                        BU
            р-н Алтайский|Республика Хакасия;                      KK
            р-н Красноярский|Самарская обл.;                       SAM
            Республика Алтай;                                      AL
            Алтайский край;                                        ALT
            Кемеровская область - Кузбасс область;                 KEM
            Республика Северная Осетия - Алания;                   SE
            Чувашская Республика - Чувашия;                        CU
            Республика Удмуртская;                                 UD
            Орёл|ОРЛОВСКАЯ ОБЛ.;                                   ORL
            Корякский округ|Камчатский край;                       KAM
            г. Санкт-Петербург;                                    SPE
            Донецкая Народная Республика;                          DNR
            Российская Федерация;                                  RU
            """)
    void knowsRegionsInTheirManySpellings(String written, String key) {
        assertThat(shipped.regionNames().key(written)).contains(key);
    }

    @Test
    void doesNotGuessRegionsThatItDoesNotKnow() {
        assertThat(shipped.regionNames().key("Тридевятая область")).isEmpty();
        assertThat(shipped.regionNames().key("-")).isEmpty();
        assertThat(read("900", "0", "9", "10", "Кто-то", "Тридевятая обл.", ""))
                .isInstanceOfSatisfying(
                        RegisterRows.Reading.Range.class,
                        range -> assertThat(range.region()).isNull());
    }

    @Test
    void knowsOperatorsByTheirTaxpayersNumberAndElseByName() {
        OperatorNames names = shipped.operatorNames();
        assertThat(names.of("Акционерное общество \"Новое имя\"", "7740000076")).isEqualTo(new Network("25001", "МТС"));
        assertThat(names.of("ПАО \"Вымпел-Коммуникации\"", "")).isEqualTo(new Network("25099", "Билайн"));
        assertThat(names.of("ООО «Екатеринбург-2000»", "-")).isEqualTo(new Network("25035", "Мотив"));
    }

    @Test
    void givesUnknownOperatorsACodeThatStaysTheSame() {
        OperatorNames names = shipped.operatorNames();
        Network one = names.of("Общество с ограниченной ответственностью \"Ромашка\"", "5000000001");
        assertThat(one).isEqualTo(new Network("2505000000001", "Ромашка"));
        Network nameless = names.of("ООО «Ромашка»", "");
        assertThat(nameless.name()).isEqualTo("Ромашка");
        assertThat(nameless.code())
                .matches("250\\d{11}")
                .isEqualTo(names.of("АО \"РОМАШКА\"", "").code());
        assertThat(names.of("ООО \"Другие\"", "").code()).isNotEqualTo(nameless.code());
    }

    private static RegisterRows.Reading read(String... cells) {
        return rows(SEVEN).read(List.of(cells));
    }

    private static RegisterRows rows(List<String> header) {
        Optional<RegisterColumns> columns = RegisterColumns.of(header);
        return new RegisterRows(columns.orElseThrow(), shipped.operatorNames(), shipped.regionNames());
    }
}

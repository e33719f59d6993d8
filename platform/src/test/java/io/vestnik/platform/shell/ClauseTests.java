package io.vestnik.platform.shell;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.Condition;
import java.time.ZoneId;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ClauseTests {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final List<Field> FIELDS = List.of(
            Field.text("name", "k").orNone(),
            Field.number("cost", "k"),
            Field.day("birthday", "k"),
            Field.moment("created", "k"),
            Field.choice("sex", "k", List.of(new Option("f", "Женский"))));

    @Test
    void readsConditionsFromTheAddressInTheirOrder() {
        ListQuery query = query("f1", "cost", "o1", "more", "v1", "10,50", "f0", "name", "o0", "has", "v0", " Анна ");
        assertThat(query.conditions(FIELDS, MOSCOW))
                .containsExactly(
                        new Condition("name", Condition.Test.HAS, "Анна"),
                        new Condition("cost", Condition.Test.MORE, "10.50"));
        assertThat(query.narrowed()).isTrue();
    }

    @Test
    void comparesDaysAsThePersonsZoneHasThem() {
        assertThat(query("f0", "created", "o0", "is", "v0", "2026-11-22").conditions(FIELDS, MOSCOW))
                .containsExactly(
                        new Condition("created", Condition.Test.SINCE, "2026-11-21T21:00:00Z"),
                        new Condition("created", Condition.Test.BEFORE, "2026-11-22T21:00:00Z"));
        assertThat(query("f0", "birthday", "o0", "before", "v0", "2000-01-01").conditions(FIELDS, MOSCOW))
                .containsExactly(new Condition("birthday", Condition.Test.BEFORE, "2000-01-01"));
    }

    @Test
    void comparesNothingWhereAValueIsMissing() {
        assertThat(query("f0", "name", "o0", "empty", "v0", "left over").conditions(FIELDS, MOSCOW))
                .containsExactly(new Condition("name", Condition.Test.EMPTY, ""));
    }

    @ParameterizedTest
    @CsvSource({
        "unknown,is,1",
        "name,has,''",
        "name,more,1",
        "cost,has,1",
        "cost,is,1;DROP",
        "cost,empty,''",
        "created,is,22.11.2026",
        "created,is,+999999999-01-01",
        "sex,is,m",
        "'name) OR (1','is','1'"
    })
    void passesOverWhatIsSpoilt(String field, String test, String value) {
        assertThat(query("f0", field, "o0", test, "v0", value).conditions(FIELDS, MOSCOW))
                .isEmpty();
    }

    @Test
    void isTakenOutOfTheAddressByItself() {
        ListQuery query =
                query("q", "x", "f0", "name", "o0", "filled", "f3", "cost", "o3", "is", "v3", "1", "after", "9");
        Clause first = ListView.of("people", query).fields(FIELDS).clauses().getFirst();
        assertThat(query.without(first))
                .contains("q=x", "f3=cost", "o3=is", "v3=1")
                .doesNotContain("f0", "o0", "after");
        assertThat(query.besidesConditions()).containsOnlyKeys("q");
    }

    private static ListQuery query(String... parameters) {
        Map<String, String> map = new HashMap<>();
        for (int i = 0; i < parameters.length; i += 2) {
            map.put(parameters[i], parameters[i + 1]);
        }
        return new ListQuery("/people", map);
    }
}

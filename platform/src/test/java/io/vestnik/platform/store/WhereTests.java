package io.vestnik.platform.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.kernel.Condition;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class WhereTests {

    private static final Map<String, Where.Place> PLACES = Map.of(
            "name", new Where.Place("c.name", Where.Kind.TEXT),
            "cost", new Where.Place("c.cost", Where.Kind.NUMBER),
            "at", new Where.Place("c.at", Where.Kind.MOMENT));

    @Test
    void bindsWhatWasTypedAndWritesOnlyWhatTheCodeDeclares() {
        String typed = "x') OR true; --";
        Where where = Where.all(
                List.of(
                        new Condition("name", Condition.Test.HAS, typed),
                        new Condition("cost", Condition.Test.MORE, "1.5")),
                PLACES);
        assertThat(where.sql()).isEqualTo(" AND strpos(lower(c.name), lower(:where0)) > 0 AND c.cost > :where1");
        assertThat(where.values()).isEqualTo(Map.of("where0", typed, "where1", new BigDecimal("1.5")));
    }

    @Test
    void bindsNothingWhereNothingIsCompared() {
        Where where = Where.all(
                List.of(
                        new Condition("name", Condition.Test.EMPTY, ""),
                        new Condition("at", Condition.Test.FILLED, "")),
                PLACES);
        assertThat(where.sql()).isEqualTo(" AND coalesce(c.name, '') = '' AND c.at IS NOT NULL");
        assertThat(where.values()).isEmpty();
    }

    @Test
    void refusesAFieldThatNobodyDeclared() {
        assertThatThrownBy(() -> Where.all(List.of(new Condition("password", Condition.Test.FILLED, "")), PLACES))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Condition("c.name; DROP", Condition.Test.IS, "x"))
                .isInstanceOf(IllegalArgumentException.class);
    }
}

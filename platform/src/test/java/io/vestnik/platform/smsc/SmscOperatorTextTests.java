package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** Texts at operators. */
class SmscOperatorTextTests extends AsSmscProgram {
    @Test
    void wishesTextsAndTellsWhereTheyStand() throws Exception {
        String text = name("Order");
        String one = member(get("op_templates", "add=1&sender=VESTNIK&msg=" + text + "&mts_srv=1&fmt=3"), "id");
        String two = get("op_templates", "add=1&sender=VESTNIK&msg=" + text + "&bee_trn=1&mega_adv=1&fmt=1");
        assertThat(two).matches("(?s)bee_trn,\\d+,0,VESTNIK," + text + ",\nmega_adv,\\d+,0,VESTNIK," + text + ",");
        assertThat(get("op_templates", "get=1&sender=VESTNIK&msg=" + text + "&fmt=3"))
                .contains("\"name\": \"mts_srv\",\n\"id\": " + one + ",\n\"status\": 0", "mega_adv", "bee_trn");
        assertThat(get("op_templates", "get=1&msg=" + text + "&mts_srv=1&fmt=3"))
                .contains("mts_srv")
                .doesNotContain("bee_trn");
        assertThat(getAs("partner", "op_templates", "get=1&msg=" + text + "&fmt=1"))
                .isEqualTo("0,-3");
    }

    @Test
    void refusesWhatCannotBeWished() throws Exception {
        String text = name("Wrong");
        assertThat(get("op_templates", "add=1&sender=NOBODY&msg=" + text + "&soc=1&fmt=1"))
                .isEqualTo("0,-6");
        for (String wrong : new String[] {
            "add=1&sender=VESTNIK&msg=" + text,
            "add=1&sender=VESTNIK&soc=1",
            "add=1&sender=VESTNIK&soc=1&msg=" + "a".repeat(1_001),
            ""
        }) {
            assertThat(get("op_templates", wrong + "&fmt=1")).isEqualTo("0,-1");
        }
        String good = "add=1&sender=VESTNIK&msg=" + text + "&soc=1&fmt=1";
        assertThat(get("op_templates", good)).matches("\\d+");
        assertThat(get("op_templates", good + "&again=1")).isEqualTo("0,-5");
    }
}

package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.NewField;
import java.util.Map;
import org.junit.jupiter.api.Test;

class NewColumnsTests {
    @Test
    void numbersColumnsOfOneHeadWithinTheLengthOfAName() {
        NewColumns columns = new NewColumns();
        columns.placed(Map.of(0, "new_text", 1, "new_text", 2, "new_number"), _ -> "н".repeat(FieldDesk.LONGEST_NAME));
        assertThat(columns.fields())
                .extracting(NewField::name)
                .containsExactly("н".repeat(40), "н".repeat(38) + " 2", "н".repeat(38) + " 3");
    }
}

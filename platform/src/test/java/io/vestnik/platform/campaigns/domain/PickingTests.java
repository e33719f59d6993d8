package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Whom;
import io.vestnik.platform.campaigns.Whom.InState;
import io.vestnik.platform.campaigns.Whom.Result;
import io.vestnik.platform.kernel.MessageState;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

class PickingTests {
    private static List<MessageState> picked(Whom whom, boolean clicked) {
        return Arrays.stream(MessageState.values())
                .filter(state -> Picking.is(whom, state, clicked))
                .toList();
    }

    @Test
    void picksByWhatCameOfTheMessage() {
        assertThat(picked(Result.DELIVERED, false)).containsExactly(MessageState.DELIVERED, MessageState.READ);
        assertThat(picked(Result.NOT_DELIVERED, true))
                .containsExactly(MessageState.UNDELIVERED, MessageState.EXPIRED, MessageState.REJECTED);
        assertThat(picked(Result.CLICKED, true)).hasSize(MessageState.values().length);
        assertThat(picked(Result.CLICKED, false)).isEmpty();
        assertThat(picked(Result.NOT_CLICKED, false)).containsExactly(MessageState.DELIVERED, MessageState.READ);
        assertThat(picked(Result.NOT_CLICKED, true)).isEmpty();
        assertThat(picked(new InState(MessageState.CANCELLED), false)).containsExactly(MessageState.CANCELLED);
    }

    @Test
    void knowsWhatIsAskedForByItsName() {
        for (Result result : Result.values()) {
            assertThat(Whom.ofCode(result.code())).contains(result);
        }
        assertThat(Whom.ofCode("state-expired")).contains(new InState(MessageState.EXPIRED));
        assertThat(Whom.ofCode("expired")).isEmpty();
    }
}

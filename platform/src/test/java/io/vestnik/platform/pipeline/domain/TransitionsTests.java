package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.tariffs.Tariffs;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTests {
    @ParameterizedTest
    @EnumSource(MessageState.class)
    void movesOnlyForward(MessageState from) {
        for (MessageState to : MessageState.values()) {
            if (Transitions.allows(from, to)) {
                assertThat(from).as("%s to itself", to).isNotEqualTo(to);
                boolean corrects = to == MessageState.DELIVERED
                        && (from == MessageState.UNDELIVERED || from == MessageState.EXPIRED);
                assertThat(from.isFinal() && to != MessageState.READ && !corrects)
                        .as("%s to %s", from, to)
                        .isFalse();
            }
        }
    }

    @ParameterizedTest
    @EnumSource(MessageState.class)
    void endsAHoldExactlyOnceOnEveryWayFromTheQueueToTheEnd(MessageState last) {
        if (!last.isFinal() || last == MessageState.READ) {
            return;
        }
        MessageState[][] ways = {
            {MessageState.QUEUED, last},
            {MessageState.QUEUED, MessageState.SENT, last},
            {MessageState.QUEUED, MessageState.IN_DOUBT, last},
            {MessageState.QUEUED, MessageState.IN_DOUBT, MessageState.SENT, last},
            {MessageState.QUEUED, MessageState.IN_DOUBT, MessageState.QUEUED, MessageState.SENT, last},
        };
        for (Tariffs.Charge charge : Tariffs.Charge.values()) {
            for (MessageState[] way : ways) {
                assertThat(moves(charge, way))
                        .as("%s %s", charge, java.util.Arrays.toString(way))
                        .isEqualTo(1);
            }
        }
    }

    @Test
    void takesAfterAllWhatWasGivenBackWhenADeliveryIsLearntLate() {
        assertThat(Transitions.money(Tariffs.Charge.ON_DELIVERED, MessageState.EXPIRED, MessageState.DELIVERED))
                .isEqualTo(MoneyMove.CORRECT);
        assertThat(Transitions.money(Tariffs.Charge.ON_DELIVERED, MessageState.UNDELIVERED, MessageState.DELIVERED))
                .isEqualTo(MoneyMove.CORRECT);
        assertThat(Transitions.money(Tariffs.Charge.ON_SENT, MessageState.UNDELIVERED, MessageState.DELIVERED))
                .as("a doubt that was closed gave the money back")
                .isEqualTo(MoneyMove.CORRECT);
        assertThat(Transitions.money(Tariffs.Charge.ON_SENT, MessageState.EXPIRED, MessageState.DELIVERED))
                .as("it was sent, and paid then")
                .isEqualTo(MoneyMove.NONE);
    }

    private static int moves(Tariffs.Charge charge, MessageState[] way) {
        int moves = 0;
        for (int i = 1; i < way.length; i++) {
            if (Transitions.money(charge, way[i - 1], way[i]) != MoneyMove.NONE) {
                moves++;
            }
        }
        return moves;
    }

    @Test
    void leavesAMessageAloneWhileTheNetworkStillTries() {
        assertThat(Transitions.by(DeliveryReport.Status.ENROUTE)).isEmpty();
        assertThat(Transitions.by(DeliveryReport.Status.ACCEPTED)).isEmpty();
        assertThat(Transitions.by(DeliveryReport.Status.UNKNOWN)).isEmpty();
        assertThat(Transitions.by(DeliveryReport.Status.REJECTED)).contains(MessageState.UNDELIVERED);
    }
}

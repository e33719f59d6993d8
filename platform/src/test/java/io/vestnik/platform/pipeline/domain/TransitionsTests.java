package io.vestnik.platform.pipeline.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.domain.Transitions.Input;
import io.vestnik.platform.pipeline.domain.Transitions.Move;
import io.vestnik.platform.tariffs.Tariffs.Charge;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

class TransitionsTests {
    /** A doubt may be sent again and again: once is enough here. */
    private static final int LONGEST = 8;

    @Test
    void saysOneThingOfEachStateAndInput() {
        for (MessageState from : MessageState.values()) {
            for (Input input : Input.values()) {
                assertThat(moves(from).filter(move -> move.input() == input))
                        .as("%s, %s", from, input)
                        .hasSizeLessThanOrEqualTo(1);
            }
        }
    }

    @Test
    void movesTheMoneyAlikeWheneverTheStatesAreAlike() {
        for (Move one : Transitions.table()) {
            for (Move other : Transitions.table()) {
                if (one.from() == other.from() && one.to() == other.to()) {
                    assertThat(other.onSent()).as("%s, %s", one, other).isEqualTo(one.onSent());
                    assertThat(other.onDelivered()).as("%s, %s", one, other).isEqualTo(one.onDelivered());
                }
            }
        }
    }

    @Test
    void movesOnlyForward() {
        for (Move move : Transitions.table()) {
            boolean corrects = move.to() == MessageState.DELIVERED
                    && (move.from() == MessageState.UNDELIVERED || move.from() == MessageState.EXPIRED);
            boolean again = move.input() == Input.DOUBT_AGAIN;
            assertThat(!move.from().isFinal() || move.to() == MessageState.READ || corrects)
                    .as("%s", move)
                    .isTrue();
            assertThat(move.to().isFinal()
                            || again
                            || move.to().number() > move.from().number())
                    .as("%s", move)
                    .isTrue();
        }
    }

    @ParameterizedTest
    @EnumSource(Charge.class)
    void settlesEachHoldOnceOnEveryWayAndTakesWhatWasDelivered(Charge charge) {
        int ways = 0;
        for (List<Move> way : ways(MessageState.QUEUED)) {
            MessageState end = way.getLast().to();
            if (!end.isFinal()) {
                continue;
            }
            ways++;
            List<MoneyMove> money = way.stream()
                    .map(move -> Transitions.money(charge, move.from(), move.to()))
                    .filter(move -> move != MoneyMove.NONE)
                    .toList();
            boolean delivered = end == MessageState.DELIVERED || end == MessageState.READ;
            boolean taken = charge == Charge.ON_SENT
                    ? delivered || way.stream().anyMatch(move -> move.to() == MessageState.SENT)
                    : delivered;
            if (!taken) {
                assertThat(money).as("%s %s", charge, way).containsExactly(MoneyMove.RELEASE);
            } else {
                assertThat(money)
                        .as("%s %s", charge, way)
                        .isIn(List.of(MoneyMove.DEBIT), List.of(MoneyMove.RELEASE, MoneyMove.CORRECT));
            }
        }
        assertThat(ways).isGreaterThan(30);
    }

    @Test
    void givesTheMoneyOfADoubtBackThoughItIsChargedOnSendingSinceNoAnswerCame() {
        for (Input input : Set.of(Input.DOUBT_OVER, Input.RECEIPT_UNDELIVERED, Input.RECEIPT_EXPIRED, Input.REFUSAL)) {
            assertThat(moves(MessageState.IN_DOUBT).filter(move -> move.input() == input))
                    .singleElement()
                    .satisfies(move -> {
                        assertThat(move.onSent()).isEqualTo(MoneyMove.RELEASE);
                        assertThat(move.onDelivered()).isEqualTo(MoneyMove.RELEASE);
                    });
        }
        assertThat(Transitions.money(Charge.ON_SENT, MessageState.IN_DOUBT, MessageState.DELIVERED))
                .as("a delivery proves that the network took it")
                .isEqualTo(MoneyMove.DEBIT);
        assertThat(Transitions.money(Charge.ON_SENT, MessageState.UNDELIVERED, MessageState.DELIVERED))
                .as("a doubt that was closed gave the money back")
                .isEqualTo(MoneyMove.CORRECT);
    }

    @Test
    void refusesAMoveThatIsNotInTheTable() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Transitions.money(Charge.ON_SENT, MessageState.DELIVERED, MessageState.UNDELIVERED));
    }

    @Test
    void leavesAMessageAloneWhileTheNetworkStillTries() {
        assertThat(Transitions.by(DeliveryReport.Status.ENROUTE)).isEmpty();
        assertThat(Transitions.by(DeliveryReport.Status.ACCEPTED)).isEmpty();
        assertThat(Transitions.by(DeliveryReport.Status.UNKNOWN)).isEmpty();
        assertThat(Transitions.by(DeliveryReport.Status.REJECTED)).contains(MessageState.UNDELIVERED);
    }

    private static Stream<Move> moves(MessageState from) {
        return Transitions.table().stream().filter(move -> move.from() == from);
    }

    /** Every way from a state, and each of its beginnings. */
    private static List<List<Move>> ways(MessageState start) {
        List<List<Move>> all = new ArrayList<>();
        moves(start).forEach(move -> goOn(new ArrayList<>(List.of(move)), all));
        return all;
    }

    private static void goOn(List<Move> way, List<List<Move>> all) {
        all.add(List.copyOf(way));
        if (way.size() == LONGEST) {
            return;
        }
        moves(way.getLast().to()).filter(next -> isPossible(way, next)).forEach(next -> {
            way.add(next);
            goOn(way, all);
            way.removeLast();
        });
    }

    /** What a receipt corrects was ended by our own timer, and is no more than once. */
    private static boolean isPossible(List<Move> way, Move next) {
        Move last = way.getLast();
        return switch (last.to()) {
            case UNDELIVERED -> last.input() == Input.DOUBT_OVER;
            case EXPIRED -> last.input() == Input.LIFETIME_OVER && last.from() == MessageState.SENT;
            case IN_DOUBT ->
                next.input() != Input.DOUBT_AGAIN || way.stream().noneMatch(m -> m.input() == Input.DOUBT_AGAIN);
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED, SENDING, SENT, DELIVERED, READ, REJECTED, CANCELLED ->
                true;
        };
    }
}

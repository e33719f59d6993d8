package io.vestnik.bench.load;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.ClientSettings;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.DeliverSm;
import io.vestnik.smpp.DeliveryReceipt;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.RegisteredDelivery;
import io.vestnik.smpp.SubmitSm;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

class NetworkSinkTests {

    private static final int MESSAGES = 3_000;

    @Test
    void everyMessageIsTakenAndReportedOnce() throws IOException, InterruptedException {
        try (NetworkSink network = NetworkSink.start();
                SmppLoad load = SmppLoad.open(settings(network), 2, 100)) {
            network.receiptsAfter(Duration.ofMillis(5));
            Asking asking = new Asking();
            assertThat(load.run(Pace.asAnswered(MESSAGES, 60), asking)).isEqualTo(MESSAGES);
            assertThat(asking.reported.await(30, TimeUnit.SECONDS)).isTrue();
            assertThat(asking.statuses).containsOnly(CommandStatus.ESME_ROK);
            assertThat(asking.recipients).hasSize(MESSAGES).doesNotHaveDuplicates();
            assertThat(network.submits()).isEqualTo(MESSAGES);
        }
    }

    @Test
    void whileItRefusesNothingIsTaken() throws IOException {
        try (NetworkSink network = NetworkSink.start();
                SmppLoad load = SmppLoad.open(settings(network), 1, 10)) {
            network.refuse(true);
            Asking asking = new Asking();
            load.run(Pace.asAnswered(50, 60), asking);
            assertThat(asking.statuses).containsOnly(CommandStatus.ESME_RTHROTTLED);
            assertThat(network.submits()).isZero();
        }
    }

    private static ClientSettings settings(NetworkSink network) {
        return ClientSettings.of("127.0.0.1", network.port(), "test", "test");
    }

    private static final class Asking implements SmppLoad.Script {

        private final List<Integer> statuses = Collections.synchronizedList(new ArrayList<>());
        private final List<Long> recipients = Collections.synchronizedList(new ArrayList<>());
        private final CountDownLatch reported = new CountDownLatch(MESSAGES);

        @Override
        public SubmitSm request(long number, long intended) {
            return MessageBuilder.message(Address.alphanumeric("test"), Address.international(Numbers.of(number)))
                    .registeredDelivery(RegisteredDelivery.FINAL)
                    .content(DataCoding.DEFAULT, "hello".getBytes(StandardCharsets.US_ASCII))
                    .submitSm();
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            statuses.add(status);
        }

        @Override
        public void delivered(DeliverSm deliver, long now) {
            assertThat(DeliveryReceipt.of(deliver).orElseThrow().state()).isEqualTo(MessageState.DELIVERED);
            recipients.add(Numbers.ordinal(deliver.source().digits()));
            reported.countDown();
        }
    }
}

package io.vestnik.platform.smppserver.domain;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import java.util.concurrent.TimeUnit;
import org.springframework.stereotype.Component;

/** What Prometheus learns of the SMPP server. */
@Component
class ServerFigures {
    private final Counter taken;
    private final Counter refused;
    private final Counter receipts;
    private final Counter again;
    private final Counter bindsRefused;
    private final Timer answers;

    ServerFigures(MeterRegistry meters, Programs programs) {
        taken = counter(meters, "submits", "Messages offered to the path");
        refused = counter(meters, "submits.refused", "Messages that were not taken");
        receipts = counter(meters, "receipts", "Receipts that their programs confirmed");
        again = counter(meters, "receipts.again", "Receipts that must be offered again");
        bindsRefused = counter(meters, "binds.refused", "Binds that were refused");
        answers = Timer.builder("vestnik.smppserver.answers")
                .description("From reading a batch of messages to writing its answers")
                .register(meters);
        Gauge.builder("vestnik.smppserver.binds", programs, Programs::binds)
                .description("Binds at this moment")
                .register(meters);
    }

    private static Counter counter(MeterRegistry meters, String name, String description) {
        return Counter.builder("vestnik.smppserver." + name)
                .description(description)
                .register(meters);
    }

    void answered(int messages, long nanos) {
        taken.increment(messages);
        answers.record(nanos, TimeUnit.NANOSECONDS);
    }

    void refused(int messages) {
        if (messages > 0) {
            refused.increment(messages);
        }
    }

    void confirmed(int letters) {
        receipts.increment(letters);
    }

    void again(int letters) {
        again.increment(letters);
    }

    void bindRefused() {
        bindsRefused.increment();
    }
}

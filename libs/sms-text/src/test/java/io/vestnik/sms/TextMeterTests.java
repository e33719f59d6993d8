package io.vestnik.sms;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import org.junit.jupiter.api.Test;

class TextMeterTests {
    @Test
    void countsWithoutAllocating() {
        String[] texts = {
            "Hello, Anna!", "Здравствуйте, Анна!", "x".repeat(500), "€".repeat(300), "ж".repeat(500), "😀".repeat(100)
        };
        TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
        long parts = count(meter, texts, 1_000);
        ThreadMXBean threads = (ThreadMXBean) ManagementFactory.getThreadMXBean();
        long before = threads.getCurrentThreadAllocatedBytes();
        parts += count(meter, texts, 100_000);
        long allocated = threads.getCurrentThreadAllocatedBytes() - before;
        assertThat(parts).isEqualTo(101_000L * (1 + 1 + 4 + 4 + 8 + 4));
        assertThat(allocated).as("bytes for 600,000 texts").isLessThan(100_000);
    }

    @Test
    void forgetsThePreviousText() {
        TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
        meter.measure("ж".repeat(500));
        assertThat(meter.measure("a")).isEqualTo(1);
        assertThat(meter.size()).isEqualTo(TextSize.of("a"));
    }

    private static long count(TextMeter meter, String[] texts, int times) {
        long parts = 0;
        for (int i = 0; i < times; i++) {
            for (String text : texts) {
                parts += meter.measure(text);
            }
        }
        return parts;
    }
}

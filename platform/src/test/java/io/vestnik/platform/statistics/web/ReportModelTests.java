package io.vestnik.platform.statistics.web;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Sums;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ReportModelTests {
    private static final LocalDate DAY = LocalDate.of(2026, 11, 20);

    private static Line line(String key, long messages) {
        return new Line(key, new Sums(Map.of(MessageState.DELIVERED, messages), messages, Money.ZERO, Map.of()));
    }

    @Test
    void drawsHoursThatBeginAtHalfPast() {
        Asked asked = new Asked(
                new ListQuery("/statistics", Map.of("by", "hour", "from", DAY.toString(), "to", DAY.toString())),
                DAY,
                false);
        List<Line> drawn = ReportModel.filled(asked, List.of(line("2026-11-20T09:30", 7)));
        assertThat(drawn).hasSize(24);
        assertThat(drawn.stream().mapToLong(line -> line.sums().messages()).sum())
                .isEqualTo(7);
    }
}

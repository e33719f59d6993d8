package io.vestnik.bench.mailing;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import io.vestnik.bench.pipeline.Gauge;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.LongStream;

/** People follow short links, each recipient their own, at a steady pace whatever the answers do. */
final class RedirectRow implements MailingRow {

    private static final int PEOPLE = 10_000;
    private static final double PER_SECOND = 2_000;
    private static final double WARM_UP_SECONDS = 10;
    private static final double SECONDS = 30;
    private static final int CONNECTIONS = 64;
    private static final int FOUND = 302;
    private static final Duration WRITING = Duration.ofSeconds(30);
    private static final String AGENT = "Mozilla/5.0 (Linux; Android 14; K) AppleWebKit/537.36 (KHTML, like Gecko)"
            + " Chrome/130.0.0.0 Mobile Safari/537.36";

    @Override
    public String name() {
        return "redirect";
    }

    @Override
    public String words() {
        return "people follow their short links, 2,000 a second, and each click is counted";
    }

    @Override
    public void measure(MailingStand stand, Figures figures) throws IOException {
        List<String> phones = LongStream.range(0, PEOPLE)
                .mapToObj(i -> "+7916" + (1_000_000 + i))
                .toList();
        long campaign = stand.send("Sale until Sunday: https://shop.example/sale?from=sms", phones);
        List<String> codes = new ArrayList<>(stand.database()
                .all(
                        "SELECT substring(body FROM '/l/([0-9A-Za-z]{8})') FROM pipeline.message WHERE campaign = "
                                + campaign,
                        row -> row.getString(1)));
        Collections.shuffle(codes, new Random(1));
        Round warm = new Round(stand, codes);
        warm.run(Pace.steady(PER_SECOND, WARM_UP_SECONDS));
        Round round = new Round(stand, codes);
        Gauge.Reading before = stand.gauge().read();
        round.run(Pace.steady(PER_SECOND, SECONDS));
        Gauge.Reading after = stand.gauge().read();
        figures.add(Figure.atMost("redirect of a short link at 2,000 a second, p95", round.stage.millis(95), 5, "ms")
                .with(after.since(before, round.stage.count())));
        figures.add(Figure.told("  p50", round.stage.millis(50), "ms"));
        figures.add(Figure.told("  p99", round.stage.millis(99), "ms"));
        figures.add(Figure.exactly(
                "  sent to where they lead", (double) round.stage.count(), PER_SECOND * SECONDS, "clicks"));
        double all = PER_SECOND * (SECONDS + WARM_UP_SECONDS);
        stand.installation().await("clicks in the books", WRITING, () -> counted(stand) >= all);
        figures.add(Figure.exactly("  counted, with those of the warm-up", (double) counted(stand), all, "clicks"));
    }

    private static long counted(MailingStand stand) {
        return stand.database().number("SELECT coalesce(sum(clicks), 0)::bigint FROM links.tally");
    }

    private static final class Round implements HttpLoad.Script {

        private final MailingStand stand;
        private final List<byte[]> requests;
        private final Stage stage = new Stage();

        Round(MailingStand stand, List<String> codes) {
            this.stand = stand;
            String host = stand.installation().address().getAuthority();
            this.requests = codes.stream()
                    .map(code -> "GET /l/%s HTTP/1.1\r\nHost: %s\r\nUser-Agent: %s\r\nAccept: text/html\r\n\r\n"
                            .formatted(code, host, AGENT)
                            .getBytes(StandardCharsets.US_ASCII))
                    .toList();
        }

        void run(Pace pace) throws IOException {
            HttpLoad.run(stand.installation().address(), CONNECTIONS, pace, this);
        }

        @Override
        public byte[] request(long number, long intended) {
            return requests.get((int) (number % requests.size()));
        }

        @Override
        public void answered(long number, int status, long intended, long now) {
            if (status == FOUND) {
                stage.record(intended, now);
            }
        }
    }
}

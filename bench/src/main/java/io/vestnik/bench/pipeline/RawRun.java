package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.Exchange;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.HttpSink;
import io.vestnik.bench.load.Numbers;
import io.vestnik.bench.load.Pace;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** What the stages could do by themselves on this machine: the yardsticks beside which the whole is judged. */
final class RawRun implements Measurement {

    static final String NAME = "raw";

    private static final double EXCHANGES = 100_000;
    private static final double PDUS = 1_000_000;
    private static final int ROWS = 1_000;

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String words() {
        return "yardsticks: SMPP without a store, an empty POST, a signed callback, an insert (only with --raw)";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        double seconds = stand.full() ? 20 : 3;
        smpp(seconds, figures);
        post(stand, seconds, figures);
        callback(seconds, figures);
        insert(stand, seconds, figures);
    }

    private static void smpp(double seconds, Figures figures) throws IOException {
        try {
            Exchange.perSecond(1_000, seconds); // warms up
            figures.add(Figure.atLeast(
                    "raw: SMPP exchanges without a store, window 1,000",
                    Exchange.perSecond(1_000, seconds),
                    EXCHANGES,
                    "exchanges/s"));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException("Interrupted while SMPP is measured", e);
        }
        Exchange.codecPerSecond(seconds / 2);
        figures.add(Figure.atLeast(
                "raw: submit_sm written and read, one core", Exchange.codecPerSecond(seconds / 2), PDUS, "PDUs/s"));
    }

    /** The whole chain of filters, the reading of a body and the writing of an answer, which says that an empty list is none. */
    private static void post(Stand stand, double seconds, Figures figures) throws IOException {
        byte[] request = ("POST /api/v1/messages HTTP/1.1\r\nHost: "
                        + stand.installation().address().getAuthority() + "\r\nAuthorization: Bearer "
                        + stand.installation().token()
                        + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: 15\r\n\r\n{\"messages\":[]}")
                .getBytes(StandardCharsets.US_ASCII);
        URI address = stand.installation().address();
        HttpLoad.run(address, 128, Pace.asAnswered(Integer.MAX_VALUE, seconds), new Same(request));
        Gauge.Reading before = stand.gauge().read();
        long count = HttpLoad.run(address, 128, Pace.asAnswered(Integer.MAX_VALUE, seconds), new Same(request));
        Gauge.Reading after = stand.gauge().read();
        figures.add(Figure.told(
                        "raw: empty POST through the API's filters", count / after.secondsSince(before), "requests/s")
                .with(after.since(before, count)));
    }

    private static void callback(double seconds, Figures figures) throws IOException {
        try (HttpSink sink = HttpSink.start()) {
            URI address = URI.create("http://127.0.0.1:" + sink.port());
            long began = System.nanoTime();
            long count = HttpLoad.run(address, 16, Pace.asAnswered(Integer.MAX_VALUE, seconds), new Signed());
            figures.add(Figure.told(
                            "raw: empty signed callback to the sink",
                            count * 1e9 / (System.nanoTime() - began),
                            "requests/s")
                    .noted("16 connections, HMAC-SHA-256, one thread at each end"));
        }
    }

    private static void insert(Stand stand, double seconds, Figures figures) {
        Database database = stand.database();
        database.run("CREATE SCHEMA bench");
        try {
            database.run("CREATE TABLE bench.message (LIKE pipeline.message INCLUDING ALL) WITH (fillfactor = 60)");
            database.run("CREATE TABLE bench.one AS SELECT * FROM pipeline.message LIMIT 1");
            String others = database.one("""
                    SELECT string_agg(quote_ident(attname), ', ' ORDER BY attnum) FROM pg_attribute
                     WHERE attrelid = 'bench.message'::regclass AND attnum > 0 AND NOT attisdropped
                       AND attname NOT IN ('id', 'recipient')""", row -> row.getString(1));
            String insert =
                    "INSERT INTO bench.message (id, recipient, " + others + ") SELECT n.id, n.recipient, " + others
                            + " FROM (SELECT " + others
                            + " FROM bench.one) AS one, unnest(?::bigint[], ?::text[]) AS n(id, recipient)";
            Gauge.Reading before = stand.gauge().read();
            long rows = 0;
            while (System.nanoTime() - before.nanos() < seconds * 1e9) {
                Long[] ids = new Long[ROWS];
                String[] recipients = new String[ROWS];
                for (int i = 0; i < ROWS; i++) {
                    ids[i] = rows + i;
                    recipients[i] = Numbers.of(rows + i);
                }
                database.update(insert, ids, recipients);
                rows += ROWS;
            }
            Gauge.Reading after = stand.gauge().read();
            figures.add(Figure.told(
                            "raw: rows of message inserted, 1,000 a commit",
                            rows / after.secondsSince(before),
                            "rows/s")
                    .with(after.since(before, rows))
                    .noted("one connection over loopback, with message's indexes"));
        } finally {
            database.run("DROP SCHEMA bench CASCADE");
        }
    }

    private record Same(byte[] request) implements HttpLoad.Script {

        @Override
        public byte[] request(long number, long intended) {
            return request;
        }

        @Override
        public void answered(long number, int status, long intended, long now) {}
    }

    private static final class Signed implements HttpLoad.Script {

        private static final byte[] BODY = "{}".getBytes(StandardCharsets.US_ASCII);

        private static final String SECONDS = "1763780000";
        private final Mac mac = mac();

        @Override
        public byte[] request(long number, long intended) {
            mac.update(SECONDS.getBytes(StandardCharsets.US_ASCII));
            String signature = HexFormat.of().formatHex(mac.doFinal(BODY));
            return ("POST /callback HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nX-Timestamp: "
                            + SECONDS + "\r\nX-Signature: " + signature + "\r\nContent-Length: 2\r\n\r\n{}")
                    .getBytes(StandardCharsets.US_ASCII);
        }

        @Override
        public void answered(long number, int status, long intended, long now) {}

        private static Mac mac() {
            try {
                Mac mac = Mac.getInstance("HmacSHA256");
                mac.init(new SecretKeySpec(new byte[32], "HmacSHA256"));
                return mac;
            } catch (GeneralSecurityException e) {
                throw new IllegalStateException(e);
            }
        }
    }
}

package io.vestnik.bench.pipeline;

import io.vestnik.bench.load.HttpLoad;
import java.util.function.LongFunction;

/** A way in by HTTP, and what is asked of it. */
enum HttpDoor {
    SINGLE("http-single", "HTTP accept, single messages", 1, 128, 512, 6_000, 0),
    BATCH("http-batch", "HTTP accept, 1,000 messages a request", 1_000, 8, 16, 50_000, 0),
    API_SINGLE("api-single", "POST /api/v1/messages, one message each", 1, 64, 64, 6_000, 100),
    API_BATCH("api-batch", "POST /api/v1/messages, 1,000 messages each", 1_000, 8, 16, 50_000, 0),
    SMSC("smsc", "/sys/send.php, one message each", 1, 64, 64, 4_000, 0);

    private static final int REFUSED = 400;

    final String row;
    final String what;
    final int batch;
    final int connections;
    final int steadyConnections;
    final double least;
    final double mostMillis;

    /**
     * @param batch messages a request, 1 to 1,000
     * @param steadyConnections how many there are at a steady pace
     * @param least messages a second
     * @param mostMillis to the answer at a steady pace for 99 of 100; 0 where it is only told
     */
    HttpDoor(
            String row,
            String what,
            int batch,
            int connections,
            int steadyConnections,
            double least,
            double mostMillis) {
        this.row = row;
        this.what = what;
        this.batch = batch;
        this.connections = connections;
        this.steadyConnections = steadyConnections;
        this.least = least;
        this.mostMillis = mostMillis;
    }

    /** Requests by the ordinal of their first message. */
    LongFunction<byte[]> requests(Stand stand) {
        return switch (this) {
            case SINGLE, API_SINGLE -> stand.requests("transactional")::one;
            case BATCH, API_BATCH -> {
                MessageRequests requests = stand.requests("transactional");
                yield first -> requests.many(first, batch);
            }
            case SMSC ->
                new SmscRequests(
                        stand.installation().address(), stand.installation().token())::one;
        };
    }

    /** What an answer comes to: this door of old programs says 200 to everything. */
    int outcome(int status, HttpLoad.Body body) {
        return this == SMSC && body.text().contains("\"error") ? REFUSED : status;
    }
}

package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicLong;

/** Requests that the server did not take: counted, the first one shown, told beside the figure that they spoil. */
final class Refusals {

    private final PrintStream log;
    private final AtomicLong count = new AtomicLong();

    Refusals(PrintStream log) {
        this.log = log;
    }

    void add(int status, String body) {
        if (count.getAndIncrement() == 0) {
            log.printf("The server answered %d: %s%n", status, body.strip());
        }
    }

    Figure noted(Figure figure) {
        return count.get() == 0 ? figure : figure.noted("%,d requests refused".formatted(count.get()));
    }
}

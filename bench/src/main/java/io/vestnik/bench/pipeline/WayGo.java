package io.vestnik.bench.pipeline;

import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.HttpSink;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Numbers;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.BitSet;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** One go of single messages by the API to their end; where it is called back, the end is the call. */
final class WayGo implements HttpLoad.Script, NetworkSink.Eye, HttpSink.Ear {

    private static final byte[] RECIPIENT = "\"recipient\":\"".getBytes(StandardCharsets.US_ASCII);
    private static final long PROBE_NANOS = TimeUnit.SECONDS.toNanos(10);

    private final Stand stand;
    private final Pace pace;
    private final int connections;
    private final boolean called;
    private final MessageRequests requests;
    private final Journeys journeys;
    private final Stage accepted = new Stage();
    private final Stage wired = new Stage();
    private final Stage reported = new Stage();
    private final Stage told = new Stage();
    private final BitSet heard = new BitSet();
    private final Refusals refusals;
    private final Gauge.Reading before;

    private Gauge.Reading after;

    private WayGo(Stand stand, Pace pace, int connections, boolean called) {
        this.stand = stand;
        this.pace = pace;
        this.connections = connections;
        this.called = called;
        this.requests = called ? stand.requestsWithCallback() : stand.requests("transactional");
        this.journeys = stand.journeys(Math.toIntExact(pace.requests()));
        this.refusals = new Refusals(stand.log());
        this.before = stand.gauge().read();
        this.after = before;
    }

    /** @param called whether every message asks for a callback */
    static WayGo of(Stand stand, Pace pace, int connections, boolean called) {
        return new WayGo(stand, pace, connections, called);
    }

    void run() throws IOException {
        send();
        stand.installation()
                .await(
                        "end of " + accepted.count() + " messages",
                        Stand.PATIENCE,
                        () -> end().count() >= accepted.count());
        after = stand.gauge().read();
    }

    /** Whether all of its messages are told of within some seconds. */
    boolean isCalled() throws IOException {
        send();
        long began = System.nanoTime();
        stand.installation()
                .await(
                        "callbacks",
                        Stand.PATIENCE,
                        () -> told.count() >= accepted.count() || System.nanoTime() - began > PROBE_NANOS);
        return told.count() >= accepted.count();
    }

    private void send() throws IOException {
        stand.network().watch(this);
        stand.callbacks().listen(this);
        HttpLoad.run(stand.installation().address(), connections, pace, this);
    }

    private Stage end() {
        return called ? told : reported;
    }

    long count() {
        return accepted.count();
    }

    double perSecond() {
        return accepted.count() * 1e9 / (end().last() - before.nanos());
    }

    Map<String, Double> costs() {
        return after.since(before, accepted.count());
    }

    /** From when it was meant to leave to the network, so many of a hundred at most so long. */
    double millisToWire(double percentile) {
        return wired.millis(percentile);
    }

    Refusals refusals() {
        return refusals;
    }

    void tell(Figures figures, String note) {
        tell(figures, "accepted", accepted, note);
        tell(figures, "on the wire", wired, note);
        tell(figures, "final", reported, note);
        if (called) {
            tell(figures, "callback", told, note);
        }
    }

    private static void tell(Figures figures, String what, Stage stage, String note) {
        figures.add(Figure.told("API to " + what + ", p50", stage.millis(50), "ms"));
        figures.add(
                Figure.told("API to " + what + ", p99", stage.millis(99), "ms").noted(note));
    }

    @Override
    public byte[] request(long number, long intended) {
        journeys.leaves(journeys.first() + number, intended);
        return requests.one(journeys.first() + number);
    }

    @Override
    public void answered(long number, int status, long intended, long now) {
        if (status / 100 == 2) {
            accepted.record(intended, now);
        }
    }

    @Override
    public void refused(int status, String body) {
        refusals.add(status, body);
    }

    @Override
    public void submitted(long ordinal, long now) {
        journeys.comes(wired, ordinal, now);
    }

    @Override
    public void reported(long ordinal, long now) {
        journeys.comes(reported, ordinal, now);
    }

    /** One callback may tell of several messages, and of one it may be told twice. */
    @Override
    public void heard(byte[] octets, int from, int to, long now) {
        int at = from;
        while (at + RECIPIENT.length + Numbers.LENGTH < to) {
            if (octets[at] == '"' && startsHere(octets, at)) {
                at += RECIPIENT.length;
                int digits = octets[at] == '+' ? at + 1 : at;
                tellOnce(new String(octets, digits, Numbers.LENGTH, StandardCharsets.US_ASCII), now);
            }
            at++;
        }
    }

    private void tellOnce(String number, long now) {
        long ordinal = Numbers.ordinal(number);
        int index = (int) (ordinal - journeys.first());
        if (index >= 0 && index < journeys.count() && !heard.get(index)) {
            heard.set(index);
            journeys.comes(told, ordinal, now);
        }
    }

    private static boolean startsHere(byte[] octets, int at) {
        for (int i = 0; i < RECIPIENT.length; i++) {
            if (octets[at + i] != RECIPIENT[i]) {
                return false;
            }
        }
        return true;
    }
}

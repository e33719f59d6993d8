package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import io.vestnik.bench.load.HttpLoad;
import io.vestnik.bench.load.Journeys;
import io.vestnik.bench.load.NetworkSink;
import io.vestnik.bench.load.Pace;
import io.vestnik.bench.load.Stage;
import java.io.IOException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;

/** One-time codes by the API while a campaign is being sent: how soon they are on the wire. */
final class CodesRun implements Measurement {

    private static final double PER_SECOND = 100;
    private static final double HALF_MILLIS = 100;
    private static final double ALL_MILLIS = 1_000;

    @Override
    public String name() {
        return "codes";
    }

    @Override
    public String words() {
        return "codes by the API during a campaign: how soon they are on the wire";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        try (Api api = stand.api()) {
            Sending campaign = new Sending(stand, api, stand.audience());
            campaign.prepare();
            Codes codes = new Codes(stand, campaign);
            stand.network().watch(codes);
            campaign.confirm();
            CompletableFuture<Void> load = CompletableFuture.runAsync(codes);
            campaign.awaitEnd();
            load.join();
            stand.empty();
            String note = "%,d codes during a campaign of %,d at %,.0f messages/s"
                    .formatted(codes.wired.count(), stand.audience().people(), campaign.perSecond());
            figures.add(
                    Figure.atMost("code during a campaign: to the wire, p50", codes.wired.millis(50), HALF_MILLIS, "ms")
                            .noted(note));
            figures.add(Figure.atMost(
                    "code during a campaign: to the wire, p99", codes.wired.millis(99), ALL_MILLIS, "ms"));
            figures.add(codes.refusals.noted(
                    Figure.told("code during a campaign: accepted, p99", codes.accepted.millis(99), "ms")));
        }
    }

    private static final class Codes implements Runnable, HttpLoad.Script, NetworkSink.Eye {

        private static final int MOST = 1_000_000;

        private final Stand stand;
        private final Sending campaign;
        private final MessageRequests requests;
        private final Journeys journeys;
        private final Refusals refusals;
        private final Stage accepted = new Stage();
        private final Stage wired = new Stage();

        Codes(Stand stand, Sending campaign) {
            this.stand = stand;
            this.campaign = campaign;
            this.requests = stand.requests("code");
            this.journeys = stand.journeys(MOST);
            this.refusals = new Refusals(stand.log());
        }

        @Override
        public void run() {
            try {
                HttpLoad.run(stand.installation().address(), 64, new Pace(PER_SECOND, MOST, 3_600), this);
            } catch (IOException e) {
                throw new CompletionException(e);
            }
        }

        @Override
        public boolean goesOn() {
            return !campaign.isOver();
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
            campaign.submitted(ordinal, now);
            journeys.comes(wired, ordinal, now);
        }

        @Override
        public void reported(long ordinal, long now) {
            campaign.reported(ordinal, now);
        }
    }
}

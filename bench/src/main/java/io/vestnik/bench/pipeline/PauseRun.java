package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import java.io.IOException;

/** A campaign that is paused while it is being sent: how long messages still leave. */
final class PauseRun implements Measurement {

    private static final double MOST_SECONDS = 1;

    @Override
    public String name() {
        return "pause";
    }

    @Override
    public String words() {
        return "a campaign that is paused: from asking to the last message that still left";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        try (Api api = stand.api()) {
            Sending campaign = new Sending(stand, api, stand.audience());
            campaign.prepare();
            stand.network().watch(campaign);
            campaign.confirm();
            long enough = stand.audience().people() / 4;
            stand.installation().await("quarter of the campaign", Stand.PATIENCE, () -> campaign.submitted() >= enough);
            double seconds = campaign.pause();
            long sent = campaign.submitted();
            campaign.resume();
            campaign.awaitEnd();
            figures.add(Figure.atMost("pause of a campaign: until nothing leaves", seconds, MOST_SECONDS, "s")
                    .noted("paused at %,d of %,d"
                            .formatted(sent, stand.audience().people())));
        }
    }
}

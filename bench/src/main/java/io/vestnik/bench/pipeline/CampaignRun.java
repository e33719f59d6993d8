package io.vestnik.bench.pipeline;

import io.vestnik.bench.Api;
import io.vestnik.bench.Figure;
import io.vestnik.bench.Figures;
import java.io.IOException;

/** One text to very many: how soon it is queued, how fast it goes out and comes back. */
final class CampaignRun implements Measurement {

    private static final double QUEUED_SECONDS = 30;
    private static final double LEAST = 10_000;
    private static final int MILLION = 1_000_000;

    @Override
    public String name() {
        return "campaign";
    }

    @Override
    public String words() {
        return "a campaign of 1,000,000 (100,000 without --full), a name in each text";
    }

    @Override
    public void measure(Stand stand, Figures figures) throws IOException {
        Audience audience = stand.audience();
        int recipients = audience.people();
        figures.add(Figure.told("contacts loaded from a csv", recipients / audience.loadSeconds(), "contacts/s"));
        try (Api api = stand.api()) {
            Sending sending = new Sending(stand, api, audience);
            sending.prepare();
            figures.add(Figure.told("campaign's preview", recipients / sending.previewSeconds(), "recipients/s"));
            stand.network().watch(sending);
            Gauge.Reading before = stand.gauge().read();
            sending.confirm();
            sending.awaitEnd();
            Gauge.Reading after = stand.gauge().read();
            String size = "%,d recipients%s".formatted(recipients, stand.full() ? "" : ", 1,000,000 with --full");
            double scale = (double) MILLION / recipients;
            figures.add(
                    Figure.atMost("campaign of 1,000,000 queued", sending.queuedSeconds() * scale, QUEUED_SECONDS, "s")
                            .noted(size + (scale > 1 ? ", taken in proportion" : "")));
            figures.add(Verdicts.explained(
                            Figure.atLeast(
                                            "campaign, first message to last receipt",
                                            sending.perSecond(),
                                            LEAST,
                                            "messages/s")
                                    .with(after.since(before, recipients)),
                            LEAST)
                    .noted(size));
        }
    }
}

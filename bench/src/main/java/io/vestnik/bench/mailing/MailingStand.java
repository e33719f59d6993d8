package io.vestnik.bench.mailing;

import io.vestnik.bench.Api;
import io.vestnik.bench.House;
import io.vestnik.bench.Installation;
import io.vestnik.bench.pipeline.Database;
import io.vestnik.bench.pipeline.Gauge;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/** A server and a simulated operator, and mailings over the API as a client's program would send them. */
final class MailingStand implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration PATIENCE = Duration.ofMinutes(5);

    private final Installation installation;
    private final Gauge gauge;

    private MailingStand(Installation installation) {
        this.installation = installation;
        this.gauge = Gauge.of(installation);
    }

    static MailingStand open(House house) {
        return new MailingStand(Installation.start(house, List.of(), ""));
    }

    Installation installation() {
        return installation;
    }

    Gauge gauge() {
        return gauge;
    }

    Database database() {
        return gauge.database();
    }

    /** Sends a text with short links to these numbers and waits until the network has told of all of them; the campaign's number. */
    long send(String text, List<String> phones) {
        try (Api api = new Api(installation.address(), installation.token())) {
            ObjectNode draft = JSON.createObjectNode();
            draft.put("name", "bench")
                    .put("sender", "VESTNIK")
                    .put("text", text)
                    .put("short_links", true);
            phones.forEach(draft.putArray("phones")::add);
            long campaign = api.post("/api/v1/campaigns", draft).path("id").asLong();
            String path = "/api/v1/campaigns/" + campaign;
            api.post(path + "/preview", JSON.createObjectNode());
            AtomicReference<JsonNode> preview = new AtomicReference<>(draft);
            installation.await("preview", PATIENCE, () -> {
                api.find(path + "/preview").ifPresent(preview::set);
                return preview.get().has("number");
            });
            api.post(
                    path + "/confirm",
                    JSON.createObjectNode()
                            .put("preview", preview.get().path("number").asLong()));
            installation.await(
                    "end of the mailing",
                    PATIENCE,
                    () -> api.get(path).path("state").asString().equals("finished"));
            return campaign;
        }
    }

    @Override
    public void close() {
        gauge.close();
        installation.close();
    }
}

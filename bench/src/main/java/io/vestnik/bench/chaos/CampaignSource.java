package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.Wire.Answer;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * A marketer's program that makes one campaign and starts it, whatever is killed meanwhile: it asks for each step until it is
 * done, and confirming again must send nothing again.
 */
final class CampaignSource implements Runnable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final long AGAIN_MILLIS = 300;
    private static final long LONGEST_MINUTES = 2;

    private final Wire wire;
    private final List<String> recipients = new ArrayList<>();
    private final long end = System.nanoTime() + TimeUnit.MINUTES.toNanos(LONGEST_MINUTES);
    private volatile long campaign;
    private volatile boolean confirmed;
    private volatile String trouble = "";

    CampaignSource(Wire wire, Numbers numbers, int people) {
        this.wire = wire;
        for (int i = 0; i < people; i++) {
            recipients.add(numbers.next());
        }
    }

    /** The campaign, if it was confirmed. */
    Optional<Long> campaign() {
        return confirmed ? Optional.of(campaign) : Optional.empty();
    }

    List<Sent> sent() {
        Sent.Outcome outcome = confirmed ? new Sent.Confirmed(campaign) : new Sent.Refused(trouble);
        return recipients.stream()
                .map(recipient -> new Sent("campaign", recipient, outcome))
                .toList();
    }

    @Override
    public void run() {
        try {
            ObjectNode draft = JSON.createObjectNode()
                    .put("name", "Скидка")
                    .put("sender", "VESTNIK")
                    .put("text", "Скидка 20% до воскресенья.");
            ArrayNode phones = draft.putArray("phones");
            recipients.forEach(recipient -> phones.add("+" + recipient));
            // A draft that was made though nobody heard of it stays a draft.
            campaign = until(() -> wire.post("/api/v1/campaigns", draft))
                    .path("id")
                    .asLong();
            String path = "/api/v1/campaigns/" + campaign;
            until(() -> wire.post(path + "/preview", JSON.createObjectNode()));
            long number =
                    until(() -> wire.get(path + "/preview")).path("number").asLong();
            until(() -> wire.post(path + "/confirm", JSON.createObjectNode().put("preview", number)));
            confirmed = true;
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private interface Step {

        Answer ask();
    }

    private JsonNode until(Step step) throws InterruptedException {
        while (true) {
            Answer answer = step.ask();
            if (answer.good()) {
                return answer.body();
            }
            if (System.nanoTime() > end) {
                trouble = "a campaign came no further: " + answer;
                throw new InterruptedException(trouble);
            }
            TimeUnit.MILLISECONDS.sleep(AGAIN_MILLIS);
        }
    }
}

package io.vestnik.bench.chaos;

import io.vestnik.bench.chaos.Wire.Answer;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Programs of a client that send as long as a round lasts, and keep what they were told. */
final class Sources implements AutoCloseable {

    private static final JsonMapper JSON = new JsonMapper();
    private static final Duration BETWEEN_SINGLES = Duration.ofMillis(15);
    private static final Duration BETWEEN_BATCHES = Duration.ofMillis(400);
    private static final Duration AGAIN = Duration.ofMillis(300);
    private static final Duration LAST_TRIES = Duration.ofSeconds(30);
    private static final int BATCH = 60;
    private static final int LONG_EACH = 10;
    private static final int CALLBACK_EACH = 4;

    private final Wire wire;
    private final Numbers numbers;
    private final String callback;
    private final String run;
    private final ConcurrentLinkedQueue<Sent> sent = new ConcurrentLinkedQueue<>();
    private final CountDownLatch stopping = new CountDownLatch(1);
    private final List<Thread> threads = new ArrayList<>();
    private final AtomicInteger count = new AtomicInteger();

    private Sources(Wire wire, Numbers numbers, String callback, String run) {
        this.wire = wire;
        this.numbers = numbers;
        this.callback = callback;
        this.run = run;
    }

    /**
     * Starts all of them.
     *
     * @param callback where the ends of messages are to be told
     * @param run a word that no other round uses
     */
    static Sources start(Wire wire, Numbers numbers, String callback, String run) {
        Sources sources = new Sources(wire, numbers, callback, run);
        sources.begin("single", sources::single);
        sources.begin("single", sources::single);
        sources.begin("keyed", sources::keyed);
        sources.begin("keyed", sources::keyed);
        sources.begin("keyed", sources::keyed);
        sources.begin("batch", sources::batch);
        return sources;
    }

    private void begin(String name, Runnable one) {
        threads.add(Thread.ofPlatform().name("source-" + name).start(() -> {
            while (!stops(Duration.ZERO)) {
                one.run();
            }
        }));
    }

    /** What was told so far. */
    List<Sent> sent() {
        return List.copyOf(sent);
    }

    private boolean stops(Duration within) {
        try {
            return stopping.await(within.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return true;
        }
    }

    private void single() {
        String number = numbers.next();
        Answer answer = wire.post("/api/v1/messages", message(number));
        sent.add(new Sent("single", number, outcome(answer)));
        stops(answer.good() ? BETWEEN_SINGLES : AGAIN);
    }

    /** Asks under one key until there is an answer: then all askings together have made one message. */
    private void keyed() {
        String number = numbers.next();
        String key = run + "-" + number;
        ObjectNode message = message(number);
        long end = Long.MAX_VALUE;
        while (true) {
            Answer answer = wire.post("/api/v1/messages", message, key);
            boolean conflict =
                    answer.status() == 409; // an earlier asking is under way, or nobody knows what came of it
            if (answer.good() || (answer.refused() && !conflict && answer.status() != 503)) {
                sent.add(new Sent("keyed", number, outcome(answer)));
                break;
            }
            if (stops(Duration.ZERO) && end == Long.MAX_VALUE) {
                end = System.nanoTime() + LAST_TRIES.toNanos();
            }
            if (System.nanoTime() > end) {
                sent.add(new Sent("keyed", number, new Sent.Unsettled()));
                break;
            }
            pause();
        }
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(AGAIN.toMillis());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void batch() {
        ObjectNode request = JSON.createObjectNode();
        ArrayNode messages = request.putArray("messages");
        List<String> recipients = new ArrayList<>();
        for (int i = 0; i < BATCH; i++) {
            recipients.add(numbers.next());
            messages.add(message(recipients.get(i)));
        }
        Answer answer = wire.post("/api/v1/messages", request);
        JsonNode items = answer.body().path("items");
        for (int i = 0; i < BATCH; i++) {
            JsonNode item = items.path(i);
            Sent.Outcome outcome = !answer.good()
                    ? outcome(answer)
                    : item.has("id")
                            ? taken(item)
                            : new Sent.Refused(item.path("error").path("code").asString());
            sent.add(new Sent("batch", recipients.get(i), outcome));
        }
        stops(answer.good() ? BETWEEN_BATCHES : AGAIN);
    }

    private ObjectNode message(String number) {
        int n = count.incrementAndGet();
        String text = n % LONG_EACH == 0
                ? "Заказ " + n + " собран и ждёт вас в пункте выдачи до конца недели. Возьмите с собой паспорт."
                : "Код " + n;
        ObjectNode message = JSON.createObjectNode();
        if (n % CALLBACK_EACH == 0) {
            message.put("callback", callback);
        }
        return message.put("sender", "VESTNIK")
                .put("recipient", "+" + number)
                .put("text", text)
                .put("type", n % 3 == 0 ? "code" : "transactional");
    }

    private static Sent.Outcome outcome(Answer answer) {
        if (answer.good()) {
            return taken(answer.body());
        }
        return answer.refused() ? new Sent.Refused(Integer.toString(answer.status())) : new Sent.NoAnswer();
    }

    private static Sent.Outcome taken(JsonNode item) {
        return new Sent.Acknowledged(
                item.path("id").asString(),
                item.path("parts").asInt(),
                new BigDecimal(item.path("price").asString()));
    }

    /** Sends nothing new and waits for what is still asked; everything must run by then. */
    @Override
    public void close() {
        stopping.countDown();
        try {
            for (Thread thread : threads) {
                thread.join();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}

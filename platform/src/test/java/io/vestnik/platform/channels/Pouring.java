package io.vestnik.platform.channels;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;

/** Sends as the path of messages does: gives what there is room for, and waits to be woken. */
public final class Pouring {
    private Pouring() {}

    public static void pour(Connector route, List<Outgoing> messages, Outcomes outcomes) {
        Semaphore news = new Semaphore(0);
        route.onFree(news::release);
        List<Outgoing> left = new ArrayList<>(messages);
        try {
            while (!left.isEmpty()) {
                int free = Math.min(route.free(), left.size());
                if (free == 0) {
                    assertThat(news.tryAcquire(20, TimeUnit.SECONDS))
                            .as("woken")
                            .isTrue();
                } else {
                    List<Outgoing> batch = left.subList(0, free);
                    route.send(List.copyOf(batch), outcomes);
                    batch.clear();
                }
            }
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

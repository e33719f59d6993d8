package io.vestnik.platform.channels.smpp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.RouteAddress;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.sms.Body;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Routes and messages for tests. */
final class Routes {
    static final RouteId ROUTE = new RouteId(7);

    private static final Clock CLOCK = Clock.systemUTC();
    private static final AtomicLong LAST_ID = new AtomicLong(1_000_000);

    private Routes() {}

    /** Opens a route to a port of this machine, with all its binds. */
    static Connector open(int port, String parameters, Gathered gathered) {
        return open(URI.create("smpp://vestnik:secret@127.0.0.1:" + port + "?" + parameters), gathered);
    }

    /** Opens a route to this address, with all its binds. */
    static Connector open(URI uri, Gathered gathered) {
        Connector route = new SmppRoutes(new SimpleMeterRegistry(), LearntForms.NONE, CLOCK)
                .open(new RouteAddress(ROUTE, "test", uri), gathered, gathered);
        route.keep(all(route));
        return route;
    }

    /** The numbers of its binds. */
    static Set<Integer> all(Connector route) {
        return IntStream.rangeClosed(1, route.binds()).boxed().collect(Collectors.toSet());
    }

    static List<Outgoing> messages(int count, String text) {
        return IntStream.range(0, count).mapToObj(i -> message(text)).toList();
    }

    /** A message to a recipient of its own. */
    static Outgoing message(String text) {
        return message(text, 0);
    }

    /** A message to a recipient of its own that brings this. */
    static Outgoing bringing(Body body) {
        Outgoing like = message(body.kept());
        return new Outgoing(
                like.id(), like.sender(), like.recipient(), body, like.parts(), like.validUntil(), like.tries(), 0);
    }

    /** The same message, for one connection. */
    static Outgoing over(int bind, Outgoing one) {
        return new Outgoing(
                one.id(), one.sender(), one.recipient(), one.body(), one.parts(), one.validUntil(), one.tries(), bind);
    }

    /** One that was refused for a time before. */
    static Outgoing message(String text, int tries) {
        long id = LAST_ID.incrementAndGet();
        return new Outgoing(
                new MessageId(id),
                "VESTNIK",
                Long.toString(79_000_000_000L + id),
                text,
                1,
                CLOCK.instant().plus(Duration.ofHours(1)),
                tries);
    }
}

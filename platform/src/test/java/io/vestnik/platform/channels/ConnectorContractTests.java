package io.vestnik.platform.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What every connector promises, whatever it speaks; each has a class that extends this. */
public abstract class ConnectorContractTests {

    private static final Clock CLOCK = Clock.systemUTC();

    protected final Gathered gathered = new Gathered();

    /** The kind under test. */
    protected abstract ConnectorKind kind();

    /** The address of a network that takes messages after a while, some of them never, with room for 50 at a time. */
    protected abstract URI network();

    /** The address of a place where nobody listens. */
    protected abstract URI nowhere();

    /** Ends the network. */
    @AfterEach
    protected abstract void end();

    private Connector open(URI uri) {
        Connector route = kind().open(address(uri), gathered, gathered);
        route.keep(IntStream.rangeClosed(1, route.binds()).boxed().collect(Collectors.toSet()));
        return route;
    }

    private static RouteAddress address(URI uri) {
        return new RouteAddress(new RouteId(1), "contract", uri);
    }

    private Connector openAndUp() {
        Connector route = open(network());
        gathered.await(
                "a route that is up",
                () -> route.health().up() == route.health().wanted());
        return route;
    }

    private static List<Outgoing> messages(int count) {
        return LongStream.rangeClosed(1, count)
                .mapToObj(i -> new Outgoing(
                        new MessageId(i),
                        "VESTNIK",
                        Long.toString(79_000_000_000L + i),
                        "Hello",
                        1,
                        CLOCK.instant().plus(Duration.ofHours(1)),
                        0))
                .toList();
    }

    @Test
    void understandsItsAddressesAndNamesTheirFaults() {
        assertThat(kind().schemes()).contains(network().getScheme());
        assertThat(kind().refusal(address(network()))).isEmpty();
        for (String scheme : kind().schemes()) {
            assertThat(kind().refusal(address(URI.create(scheme + "://?nonsense=1"))))
                    .isNotBlank();
        }
    }

    @Test
    void wakesWhoFindsNoRoomAndTellsOneOutcomeOfEveryMessage() {
        try (Connector route = openAndUp()) {
            List<Outgoing> messages = messages(2_000);

            Pouring.pour(route, messages, gathered);

            assertThat(gathered.of(messages)).hasSize(2_000);
        }
    }

    @Test
    void givesBackWhatItHasNoRoomFor() {
        try (Connector route = openAndUp()) {
            List<Outgoing> messages = messages(500);

            route.send(messages, gathered);

            assertThat(gathered.of(messages)).hasAtLeastOneElementOfType(Outcome.NotSent.class);
        }
    }

    @Test
    void saysWhyItIsNotUpAndGivesEverythingBack() {
        try (Connector route = open(nowhere())) {
            List<Outgoing> messages = messages(10);

            assertThat(route.free()).isZero();
            route.send(messages, gathered);

            assertThat(gathered.of(messages)).hasOnlyElementsOfType(Outcome.NotSent.class);
            assertThat(route.health().up()).isZero();
            assertThat(route.health().wanted()).isPositive();
            gathered.await("a reason", () -> !route.health().reason().isBlank());
        }
    }

    @Test
    void takesNothingOnceItIsDrained() {
        Connector route = openAndUp();
        try (route) {
            List<Outgoing> before = messages(20);
            route.send(before, gathered);

            route.drain(Duration.ofSeconds(5));

            assertThat(gathered.of(before)).noneMatch(Outcome.NotSent.class::isInstance);
            assertThat(route.free()).isZero();
            Outgoing late = messages(21).getLast();
            route.send(List.of(late), gathered);
            assertThat(gathered.of(late)).isEqualTo(new Outcome.NotSent(late));
        }
    }

    @Test
    void tellsTheRestWhenItIsClosed() {
        Connector route = openAndUp();
        List<Outgoing> messages = messages(40);
        route.send(messages, gathered);

        route.close();

        assertThat(gathered.of(messages)).hasSize(40);
    }
}

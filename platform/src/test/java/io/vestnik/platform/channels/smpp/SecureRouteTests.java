package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.Certificates;
import io.vestnik.platform.channels.Connector;
import io.vestnik.platform.channels.Gathered;
import io.vestnik.platform.channels.Outcome;
import io.vestnik.platform.channels.Outgoing;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Routes under TLS. */
class SecureRouteTests {
    @TempDir
    static Path folder;

    private static Certificates certificates;

    private final Gathered gathered = new Gathered();
    private ScriptedSmsc smsc;

    @BeforeAll
    static void makeACertificate() {
        certificates = Certificates.in(folder);
    }

    @BeforeEach
    void openNetwork() {
        smsc = new ScriptedSmsc(certificates.server());
    }

    @AfterEach
    void closeNetwork() {
        smsc.close();
    }

    private Connector open(String host, String parameters) {
        return Routes.open(
                URI.create("smpps://vestnik:secret@" + host + ":" + smsc.port() + "?" + parameters), gathered);
    }

    private static String trust() {
        return "trust=" + certificates.authority();
    }

    private void awaitReason(Connector route, String words) {
        gathered.await("the reason", () -> route.health().reason().contains(words));
        assertThat(route.health().up()).isZero();
        assertThat(route.health().reason())
                .contains("the network does not prove by TLS that it is the one that the address names")
                .doesNotContain("secret");
        assertThat(smsc.everBound()).isEmpty();
    }

    @Test
    void carriesMessagesToANetworkOfAPrivateAuthority() {
        try (Connector route = open("localhost", trust() + "&window=500")) {
            gathered.await("a route that is up", () -> route.health().up() == 1);
            List<Outgoing> messages = Routes.messages(500, "Ваш код 1234");

            route.send(messages, gathered);

            assertThat(gathered.of(messages)).hasOnlyElementsOfType(Outcome.Accepted.class);
        }
    }

    @Test
    void staysDownWhereItKnowsNotTheAuthority() {
        try (Connector route = open("localhost", "")) {
            awaitReason(route, "unable to find valid certification path");
        }
    }

    @Test
    void staysDownWhereTheCertificateNamesAnotherHost() {
        try (Connector route = open("127.0.0.1", trust())) {
            awaitReason(route, "matching IP address 127.0.0.1 found");
        }
        try (Connector route = open("localhost", trust() + "&certificateName=other.example")) {
            awaitReason(route, "matching other.example found");
        }
    }

    @Test
    void believesTheNameThatItWasToldForAnAddressWithoutOne() {
        try (Connector route = open("127.0.0.1", trust() + "&certificateName=smsc.example")) {
            gathered.await("a route that is up", () -> route.health().up() == 1);
        }
    }

    @Test
    void staysDownWhereNobodySpeaksTls() {
        try (ScriptedSmsc plain = new ScriptedSmsc();
                Connector route = Routes.open(
                        URI.create("smpps://vestnik:secret@localhost:" + plain.port() + "?" + trust()), gathered)) {
            gathered.await(
                    "the reason",
                    () -> !route.health().reason().isEmpty()
                            && !route.health().reason().contains("it is being connected"));

            assertThat(route.health().up()).isZero();
            assertThat(plain.everBound()).isEmpty();
        }
    }
}

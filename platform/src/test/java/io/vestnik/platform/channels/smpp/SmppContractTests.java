package io.vestnik.platform.channels.smpp;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.vestnik.platform.channels.ConnectorContractTests;
import io.vestnik.platform.channels.ConnectorKind;
import io.vestnik.simulator.Simulator;
import io.vestnik.simulator.SimulatorSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.time.Clock;

class SmppContractTests extends ConnectorContractTests {

    private final Simulator simulator = simulator();

    private static Simulator simulator() {
        try {
            return Simulator.start(SimulatorSettings.of(
                    "--port=0", "--http-port=none", "--answer-delay=5-30", "--silent=0.5", "--error=8=1,11=1"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    protected ConnectorKind kind() {
        return new SmppRoutes(new SimpleMeterRegistry(), LearntForms.NONE, Clock.systemUTC());
    }

    @Override
    protected URI network() {
        return URI.create("smpp://vestnik:secret@127.0.0.1:" + simulator.port() + "?window=25&binds=2&response=1");
    }

    @Override
    protected URI nowhere() {
        URI address = network();
        simulator.close();
        return address;
    }

    @Override
    protected void end() {
        simulator.close();
    }
}

package io.vestnik.bench.pipeline;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Rows that are measured one after the other at one {@link Stand}. */
public final class Rows {
    /** The path of messages through the server. */
    public static final Rows PIPELINE = new Rows(
            "pipeline",
            new HttpAccept(HttpDoor.SINGLE),
            new HttpAccept(HttpDoor.BATCH),
            new SmppRun("smpp-accept", false, 4, 1_000),
            new WholeWay(),
            new SmppRun("smpp-way", true, 4, 1_000),
            new CampaignRun(),
            new CodesRun(),
            new PauseRun(),
            new IdleBinds(),
            new HeapRow(),
            new KannelRun(),
            new RawRun(),
            new Backlog(), // starts the server again, which is cold then
            new Overload(), // leaves it with a setting of its own
            new Takeover());

    /** What programs speak to. */
    public static final Rows INTERFACES = new Rows(
            "interfaces",
            new HttpAccept(HttpDoor.API_SINGLE),
            new HttpAccept(HttpDoor.API_BATCH),
            new HttpAccept(HttpDoor.SMSC),
            new SmppRun("smpp", false, 8, 100),
            new CallbackRun(),
            new NeighbourRun());

    private final String name;
    private final List<Measurement> measurements;

    private Rows(String name, Measurement... measurements) {
        this.name = name;
        this.measurements = List.of(measurements);
    }

    String name() {
        return name;
    }

    List<Measurement> measurements() {
        return measurements;
    }

    /** The names of the rows that may be asked for. */
    public Set<String> names() {
        return measurements.stream().map(Measurement::name).collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What the rows are, a line each. */
    public String help() {
        return measurements.stream()
                .map(row -> "        %-14s %s%n".formatted(row.name(), row.words()))
                .collect(Collectors.joining());
    }
}

package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.domain.PathStatus;
import io.vestnik.platform.pipeline.domain.RouteCourse.Sample;
import io.vestnik.platform.pipeline.domain.StatusStore;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Draws how the path is doing. */
@Component
class StatusModel {
    private final PathTexts texts;
    private final Accounts accounts;
    private final Hands hands;

    StatusModel(PathTexts texts, Accounts accounts, Hands hands) {
        this.texts = texts;
        this.accounts = accounts;
        this.hands = hands;
    }

    /** A figure at the top. */
    record Tile(String label, String number, Tone tone) {}

    /** A route: its connections, its window in per cent, and its last minutes as a drawing. */
    record Road(
            String name,
            Tone tone,
            String binds,
            @Nullable String reason,
            int used,
            String window,
            String now,
            Spark spark) {}

    /** Points of a line and of the area under it, in a box of 100 by 32. */
    record Spark(String line, String area) {}

    record LaneRow(String route, String priority, String whose, String depth, String age, Tone tone, boolean paused) {}

    record FailureRow(String route, String reason, String count) {}

    record DoubtRow(String route, String count, String age) {}

    record NodeRow(int number, String host, String version, Instant since, Tone tone, String state) {}

    record ReaderRow(String name, Tone tone, String behind) {}

    /** A named value. */
    record Fact(String label, String value, Tone tone) {}

    List<Hands.Hand> hands(PathStatus now) {
        return hands.needed(now);
    }

    List<Tile> tiles(PathStatus now) {
        double speed = now.routes().stream()
                .mapToDouble(route -> latest(route.course()).submits())
                .sum();
        long doubtful = now.troubles().doubts().stream()
                .mapToLong(StatusStore.Doubtful::messages)
                .sum();
        StatusStore.Sizes sizes = now.sizes();
        return List.of(
                tile("speed", format().number(speed, speed < 10 ? 1 : 0), Tone.NEUTRAL),
                tile("queue", bounded(sizes.queue()), Tone.NEUTRAL),
                tile("in-flight", bounded(sizes.inFlight()), Tone.NEUTRAL),
                tile("waiting", bounded(sizes.waiting()), sizes.waiting() > 0 ? Tone.WAITING : Tone.NEUTRAL),
                tile("doubt", bounded(doubtful), doubtful > 0 ? Tone.WAITING : Tone.NEUTRAL),
                tile(
                        "parked",
                        bounded(sizes.parked() + sizes.orphans()),
                        sizes.orphans() > 0 ? Tone.WAITING : Tone.NEUTRAL));
    }

    private Tile tile(String name, String number, Tone tone) {
        return new Tile(texts.text("pipeline.tile." + name), number, tone);
    }

    private String bounded(long count) {
        String number = format().number(count);
        return count >= StatusStore.MOST ? "≥ " + number : number;
    }

    private static Sample latest(List<Sample> course) {
        return course.isEmpty() ? Sample.NOTHING : course.getLast();
    }

    List<Road> routes(PathStatus now) {
        return now.routes().stream().map(this::road).toList();
    }

    private Road road(PathStatus.RouteState route) {
        var health = route.health();
        var usage = route.usage();
        Sample latest = latest(route.course());
        Tone tone = health.up() == 0 ? Tone.FAILURE : health.up() < health.wanted() ? Tone.WAITING : Tone.SUCCESS;
        return new Road(
                route.name(),
                tone,
                texts.text("pipeline.route.binds", health.up(), health.wanted()),
                health.reason().isEmpty() ? null : health.reason(),
                usage.most() == 0 ? 0 : (int) Math.min(100, 100L * usage.waiting() / usage.most()),
                texts.text("pipeline.route.window", usage.waiting(), usage.most()),
                texts.text(
                        "pipeline.route.now",
                        format().number(latest.submits(), latest.submits() < 10 ? 1 : 0),
                        format().number(latest.refused(), 1),
                        format().number(latest.answer(), 1)),
                spark(route.course()));
    }

    private static Spark spark(List<Sample> course) {
        double most =
                Math.max(1, course.stream().mapToDouble(Sample::submits).max().orElse(1));
        StringBuilder line = new StringBuilder();
        double step = course.size() > 1 ? 100.0 / (course.size() - 1) : 100;
        for (int i = 0; i < course.size(); i++) {
            line.append(String.format(
                    java.util.Locale.ROOT,
                    "%s%.1f,%.1f",
                    i == 0 ? "" : " ",
                    i * step,
                    31 - 30 * course.get(i).submits() / most));
        }
        return new Spark(line.toString(), course.isEmpty() ? "" : "0,32 " + line + " 100,32");
    }

    List<LaneRow> lanes(PathStatus now) {
        Map<Long, String> names = new TreeMap<>();
        now.routes().forEach(route -> names.put(route.id(), route.name()));
        return now.lanes().stream()
                .map(lane -> {
                    Duration age = Duration.between(new MessageId(lane.oldest()).second(), now.at());
                    boolean old = !lane.paused() && age.compareTo(Hands.OLD_LANE) > 0;
                    return new LaneRow(
                            names.getOrDefault(lane.route().value(), "№ " + lane.route()),
                            texts.text("pipeline.priority." + lane.priority()),
                            whose(lane),
                            bounded(lane.depth()),
                            texts.pause(age),
                            lane.paused() ? Tone.NEUTRAL : old ? Tone.WAITING : Tone.PROGRESS,
                            lane.paused());
                })
                .toList();
    }

    private String whose(StatusStore.LaneLoad lane) {
        String name = accounts.find(lane.account()).map(Account::name).orElse("№ " + lane.account());
        return lane.campaign() == 0
                ? name
                : name + " · " + texts.text("pipeline.lane.campaign", Long.toString(lane.campaign()));
    }

    private static String route(PathStatus now, @Nullable RouteId id) {
        return now.routes().stream()
                .filter(route -> id != null && route.id() == id.value())
                .map(PathStatus.RouteState::name)
                .findFirst()
                .orElse(id == null ? "—" : "№ " + id);
    }

    List<FailureRow> failures(PathStatus now) {
        return now.troubles().failures().stream()
                .map(failure -> new FailureRow(
                        route(now, failure.route()),
                        texts.error(failure.code(), failure.route() != null),
                        format().number(failure.messages())))
                .toList();
    }

    List<DoubtRow> doubts(PathStatus now) {
        return now.troubles().doubts().stream()
                .map(doubt -> new DoubtRow(
                        route(now, doubt.route()),
                        bounded(doubt.messages()),
                        texts.pause(Duration.between(doubt.oldest(), now.at()))))
                .toList();
    }

    List<NodeRow> nodes(PathStatus now) {
        return now.house().nodes().stream()
                .map(node -> new NodeRow(
                        node.run().number(),
                        node.run().host(),
                        node.run().version().isEmpty() ? "—" : node.run().version(),
                        node.run().startedAt(),
                        node.lease() > 0 ? Tone.SUCCESS : Tone.NEUTRAL,
                        node.lease() > 0
                                ? texts.text(
                                        node.here() ? "pipeline.node.here" : "pipeline.node.lives",
                                        format().number(node.lease(), 1))
                                : texts.text("pipeline.node.gone")))
                .toList();
    }

    List<ReaderRow> readers(PathStatus now) {
        return now.house().subscribers().stream()
                .map(reader -> new ReaderRow(reader.name(), Hands.tone(now, reader), behind(now, reader)))
                .toList();
    }

    private String behind(PathStatus now, PathStatus.Subscriber reader) {
        Instant oldest = reader.behind().oldest();
        return oldest == null
                ? texts.text("pipeline.reader.up-to-date")
                : texts.text(
                        "pipeline.reader.behind",
                        format().number(reader.behind().facts()),
                        texts.pause(Duration.between(oldest, now.at())));
    }

    List<Fact> house(PathStatus now) {
        var database = now.database();
        var disk = now.house().disk();
        String ahead = String.join(
                ", ",
                new TreeMap<>(now.house().ahead())
                        .entrySet().stream()
                                .map(it -> it.getKey() + " " + it.getValue())
                                .toList());
        return List.of(
                fact("size", format().bytes(database.bytes()), Tone.NEUTRAL),
                fact(
                        "connections",
                        texts.text("pipeline.house.of", database.connections(), database.most(), database.active()),
                        Hands.connections(now) ? Tone.WAITING : Tone.NEUTRAL),
                fact(
                        "longest",
                        texts.pause(Duration.ofMillis((long) (database.longest() * 1_000))),
                        Hands.longTransaction(now) ? Tone.WAITING : Tone.NEUTRAL),
                fact(
                        "disk",
                        texts.text("pipeline.house.free", format().bytes(disk.free()), format().bytes(disk.total())),
                        Hands.disk(now)),
                fact("ahead", ahead, Hands.fewAhead(now) ? Tone.FAILURE : Tone.NEUTRAL));
    }

    private Fact fact(String name, String value, Tone tone) {
        return new Fact(texts.text("pipeline.house." + name), value, tone);
    }

    private Format format() {
        return texts.format();
    }
}

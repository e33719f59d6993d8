package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.channels.DeliveryReport;
import io.vestnik.platform.channels.Described;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.Timeline.Step;
import io.vestnik.platform.pipeline.web.StepView.Body;
import io.vestnik.platform.pipeline.web.StepView.Line;
import io.vestnik.platform.pipeline.web.StepView.Unit;
import io.vestnik.platform.shell.MessageStates;
import io.vestnik.platform.shell.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Puts the steps of a message's life into words. */
@Component
class LifeModel {
    private final PathTexts texts;
    private final Accounts accounts;
    private final MessageStates states;
    private final PresentZone zone;
    private final SendingRules rules;

    LifeModel(PathTexts texts, Accounts accounts, MessageStates states, PresentZone zone, SendingRules rules) {
        this.rules = rules;
        this.texts = texts;
        this.accounts = accounts;
        this.states = states;
        this.zone = zone;
    }

    List<StepView> steps(Timeline timeline, Who who) {
        List<StepView> views = new ArrayList<>(timeline.steps().size());
        Drawing drawing = new Drawing(timeline, who.may(PathRights.FULL));
        ZoneId here = zone.of();
        Instant before = null;
        for (Step step : timeline.steps()) {
            LocalDate day = step.at().atZone(here).toLocalDate();
            boolean sameDay = before != null && day.equals(before.atZone(here).toLocalDate());
            views.add(new StepView(
                    drawing.tone(step),
                    drawing.title(step),
                    step.at(),
                    zone.clock(step.at()),
                    sameDay ? null : texts.format().date(step.at()),
                    before == null ? null : texts.pause(Duration.between(before, step.at())),
                    drawing.body(step)));
            before = step.at();
        }
        return views;
    }

    /** One message for one viewer. */
    private final class Drawing {
        private final Timeline timeline;
        private final boolean whole;

        Drawing(Timeline timeline, boolean whole) {
            this.timeline = timeline;
            this.whole = whole;
        }

        Tone tone(Step step) {
            return switch (step) {
                case Step.Accepted _, Step.Queued _, Step.Sent _ -> Tone.PROGRESS;
                case Step.Waiting _, Step.PutOff _ -> Tone.WAITING;
                case Step.InFlight flight -> flight.doubtSince() == null ? Tone.PROGRESS : Tone.WAITING;
                case Step.Receipt receipt ->
                    switch (receipt.status()) {
                        case DELIVERED -> Tone.SUCCESS;
                        case ENROUTE, ACCEPTED, UNKNOWN -> Tone.NEUTRAL;
                        case EXPIRED, DELETED, UNDELIVERABLE, REJECTED -> Tone.FAILURE;
                    };
                case Step.Moved moved -> states.tone(moved.to());
                case Step.Followed _ -> Tone.SUCCESS;
                case Step.Marked marked -> marked.mark().tone();
                case Step.Wire _ -> Tone.NEUTRAL;
            };
        }

        String title(Step step) {
            return switch (step) {
                case Step.Accepted _ -> texts.text("pipeline.step.accepted");
                case Step.Queued queued -> texts.text(standing(queued));
                case Step.Waiting waiting ->
                    texts.text(waiting.tries() == 0 ? "pipeline.step.scheduled" : "pipeline.step.waiting");
                case Step.InFlight flight ->
                    texts.text(flight.doubtSince() == null ? "pipeline.step.flying" : "pipeline.step.doubtful");
                case Step.Sent _ -> texts.text("pipeline.step.sent");
                case Step.PutOff _ -> texts.text("pipeline.step.put-off");
                case Step.Receipt receipt ->
                    texts.text("pipeline.step.receipt", texts.text("pipeline.receipt." + code(receipt.status())));
                case Step.Moved moved -> moved(moved);
                case Step.Followed _ -> texts.text("pipeline.mark.clicked");
                case Step.Marked marked ->
                    texts.text("pipeline.mark." + marked.mark().code());
                case Step.Wire wire ->
                    texts.text(
                            wire.trace().out() ? "pipeline.step.out" : "pipeline.step.in",
                            name(wire.trace().described()));
            };
        }

        private String standing(Step.Queued queued) {
            if (queued.paused()) {
                return "pipeline.step.paused";
            }
            boolean held = timeline.message().campaign() == null
                    && rules.holds(
                            timeline.message().account(), timeline.details().type());
            return held ? "pipeline.step.held" : "pipeline.step.queued";
        }

        private String moved(Step.Moved moved) {
            if (moved.from() == MessageState.IN_DOUBT && moved.to() == MessageState.QUEUED) {
                return texts.text("pipeline.step.again");
            }
            return texts.text("shell.state." + moved.to().code());
        }

        private static String code(DeliveryReport.Status status) {
            return status.name().toLowerCase(Locale.ROOT);
        }

        private String name(@Nullable Described unit) {
            return unit == null || unit.name().isEmpty() ? texts.text("pipeline.unit.unknown") : unit.name();
        }

        Body body(Step step) {
            List<Line> lines = new ArrayList<>();
            List<Unit> units = new ArrayList<>();
            switch (step) {
                case Step.Accepted accepted -> accepted(accepted, lines);
                case Step.Queued queued -> {
                    route(queued.route(), lines);
                    line(lines, "priority", texts.text("pipeline.priority." + queued.priority()));
                    tries(queued.tries(), lines);
                }
                case Step.Waiting waiting -> tries(waiting.tries(), lines);
                case Step.InFlight flight -> flight(flight, lines);
                case Step.Sent sent -> sent(sent, lines, units);
                case Step.PutOff off -> {
                    route(off.route(), lines);
                    line(lines, "why", texts.error(off.code(), false));
                    line(lines, "pause", texts.pause(off.pause()));
                    tries(off.tries() + 1, lines);
                }
                case Step.Receipt receipt -> receipt(receipt, lines, units);
                case Step.Moved moved -> {
                    if (moved.error() != null) {
                        line(lines, "why", texts.error(moved.error(), reported(moved.error())));
                    }
                    money("charged", moved.charged(), lines);
                    money("released", moved.released(), lines);
                }
                case Step.Followed followed -> {
                    line(lines, "link", followed.address());
                    line(
                            lines,
                            "device",
                            texts.text("pipeline.device." + followed.device().code()));
                    if (followed.clicks() > 1) {
                        line(lines, "clicks", texts.format().number(followed.clicks()));
                        line(lines, "last-click", texts.format().dateTime(followed.lastAt()));
                    }
                }
                case Step.Marked _ -> {}
                case Step.Wire wire -> {
                    route(wire.trace().route(), lines);
                    line(lines, "bind", wire.trace().bind());
                    unit(wire.trace().described(), units);
                }
            }
            return new Body(lines, units);
        }

        /** Whether a receipt said this code, or else an answer. */
        private boolean reported(String code) {
            return timeline.steps().stream()
                    .anyMatch(step -> step instanceof Step.Receipt receipt && code.equals(receipt.code()));
        }

        private void accepted(Step.Accepted accepted, List<Line> lines) {
            line(
                    lines,
                    "way",
                    texts.text("pipeline.way." + timeline.message().way().code()));
            if (timeline.details().user() != null) {
                line(lines, "user", "№ " + timeline.details().user());
            }
            line(lines, "sender", timeline.message().sender());
            line(
                    lines,
                    "type",
                    texts.text("pipeline.type." + timeline.details().type().code()));
            for (Timeline.Level level : accepted.levels()) {
                lines.add(new Line(
                        texts.text("pipeline.line.price", name(level.payer())),
                        texts.text(
                                "pipeline.price." + level.charge().name().toLowerCase(Locale.ROOT),
                                texts.format()
                                        .money(
                                                level.amount(),
                                                accounts.get(level.payer()).currency()),
                                level.line())));
            }
            if (accepted.hold() != 0) {
                line(lines, "hold", texts.text("pipeline.hold", Long.toString(accepted.hold())));
            }
        }

        private String name(AccountId account) {
            return accounts.find(account).map(Account::name).orElse("№ " + account);
        }

        /** Whether its parts go by themselves; a network may get several of them as a whole. */
        private boolean goesInParts() {
            return timeline.message().parts() > 1 && timeline.steps().stream().noneMatch(Drawing::isOfTheWhole);
        }

        private static boolean isOfTheWhole(Step step) {
            return (step instanceof Step.InFlight flight && flight.part() == 0)
                    || (step instanceof Step.Sent sent && sent.upstream().size() == 1);
        }

        private void flight(Step.InFlight flight, List<Line> lines) {
            route(flight.route(), lines);
            if (goesInParts()) {
                line(lines, "part", Integer.toString(flight.part()));
            }
            if (flight.bind() > 0) {
                line(lines, "bind", Integer.toString(flight.bind()));
            }
            line(lines, "node", Integer.toString(flight.node()));
            tries(flight.tries(), lines);
            if (flight.doubtSince() != null) {
                line(lines, "doubt", zone.clock(flight.doubtSince()));
            }
        }

        private void sent(Step.Sent sent, List<Line> lines, List<Unit> units) {
            route(sent.route(), lines);
            for (Timeline.Upstream upstream : sent.upstream()) {
                String id = upstream.id().isEmpty() ? "—" : upstream.id();
                lines.add(new Line(
                        goesInParts()
                                ? texts.text("pipeline.line.upstream.part", upstream.part())
                                : texts.text("pipeline.line.upstream"),
                        id));
            }
            money("charged", sent.charged(), lines);
            sent.units().forEach(unit -> unit(unit, units));
        }

        private void receipt(Step.Receipt receipt, List<Line> lines, List<Unit> units) {
            if (goesInParts()) {
                line(lines, "part", Integer.toString(receipt.part()));
            }
            if (receipt.code() != null && receipt.status() != DeliveryReport.Status.DELIVERED) {
                line(lines, "why", texts.error(receipt.code(), true));
            }
            unit(receipt.described(), units);
        }

        private void unit(@Nullable Described described, List<Unit> units) {
            if (described != null && whole) {
                units.add(new Unit(
                        texts.text(
                                "pipeline.unit",
                                name(described),
                                described.octets().size()),
                        HexDump.of(described.octets()),
                        described.fields()));
            }
        }

        private void route(@Nullable String route, List<Line> lines) {
            if (route != null) {
                line(lines, "route", route);
            }
        }

        private void tries(int tries, List<Line> lines) {
            if (tries > 0) {
                line(lines, "tries", Integer.toString(tries));
            }
        }

        private void money(String key, Money amount, List<Line> lines) {
            if (!amount.isZero()) {
                line(lines, key, texts.format().money(amount, timeline.currency()));
            }
        }

        private void line(List<Line> lines, String key, String value) {
            lines.add(new Line(texts.text("pipeline.line." + key), value));
        }
    }
}

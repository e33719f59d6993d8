package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.domain.CounterStore;
import io.vestnik.platform.campaigns.domain.CounterStore.Count;
import io.vestnik.platform.campaigns.domain.CounterStore.Pace;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.MessageStates;
import io.vestnik.platform.shell.Tone;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.EnumMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Draws a campaign's counters. */
@Component
class BoardModel {
    private static final int POINTS = 60;
    /** Fewer than these make no line. */
    private static final int FEW_POINTS = 5;

    private static final long SECONDS = 10;

    private final CounterStore counters;
    private final Links links;
    private final Numbering numbering;
    private final MessageStates states;
    private final CampaignTexts texts;

    BoardModel(CounterStore counters, Links links, Numbering numbering, MessageStates states, CampaignTexts texts) {
        this.counters = counters;
        this.links = links;
        this.numbering = numbering;
        this.states = states;
        this.texts = texts;
    }

    CampaignBoard board(StoredCampaign campaign) {
        List<Count> counts = counters.report(campaign.account(), campaign.id());
        Map<MessageState, Long> byState = new EnumMap<>(MessageState.class);
        counts.forEach(count -> byState.merge(count.state(), count.messages(), Long::sum));
        byState.values().removeIf(count -> count == 0);
        long counted = byState.values().stream().mapToLong(Long::longValue).sum();
        Map<MessageMark, Long> marks =
                counters.marks(campaign.account(), List.of(campaign.id())).getOrDefault(campaign.id(), Map.of());
        boolean goesOn = campaign.finishedAt() == null;
        return new CampaignBoard(
                campaign.recipients(),
                sum(byState, Tone.SUCCESS),
                sum(byState, Tone.PROGRESS) + sum(byState, Tone.WAITING),
                sum(byState, Tone.FAILURE),
                goesOn ? Math.max(0, campaign.recipients() - counted) : 0,
                Money.sum(counts.stream().map(Count::charged).toList()),
                bar(byState, campaign.recipients()),
                words(byState, campaign.recipients()),
                networks(counts),
                marks.getOrDefault(MessageMark.CLICKED, 0L),
                marks.getOrDefault(MessageMark.UNSUBSCRIBED, 0L),
                marks.getOrDefault(MessageMark.REDEEMED, 0L),
                links.followed(campaign.account(), campaign.id()).stream()
                        .map(link -> link(link, campaign.recipients()))
                        .toList());
    }

    private CampaignBoard.Link link(Links.Followed link, long recipients) {
        String devices = link.devices().stream()
                .filter(one -> one.people() > 0)
                .map(one -> texts.text("campaigns.device." + one.device().code()) + " "
                        + texts.format().number(one.people()))
                .collect(Collectors.joining(", "));
        return new CampaignBoard.Link(
                switch (link.target()) {
                    case Target.Page(String address) -> address;
                    case Target.Unsubscribe() -> null;
                },
                link.people(),
                texts.format().percent(link.people(), recipients),
                link.clicks(),
                devices,
                link.robots());
    }

    private long sum(Map<MessageState, Long> byState, Tone tone) {
        return byState.entrySet().stream()
                .filter(entry -> states.tone(entry.getKey()) == tone)
                .mapToLong(Map.Entry::getValue)
                .sum();
    }

    /** Green first, then what is on its way, so that the bar grows from the left as a person expects. */
    private List<CampaignBoard.Segment> bar(Map<MessageState, Long> byState, long recipients) {
        List<CampaignBoard.Segment> bar = new ArrayList<>();
        double from = 0;
        for (Tone tone : List.of(Tone.SUCCESS, Tone.FAILURE, Tone.NEUTRAL, Tone.WAITING, Tone.PROGRESS)) {
            double width = recipients == 0 ? 0 : 100.0 * sum(byState, tone) / recipients;
            if (width > 0) {
                bar.add(new CampaignBoard.Segment(tone, percent(from), percent(width)));
                from += width;
            }
        }
        return bar;
    }

    private static String percent(double share) {
        return String.format(Locale.ROOT, "%.3f%%", share);
    }

    private List<CampaignBoard.Word> words(Map<MessageState, Long> byState, long recipients) {
        return byState.entrySet().stream()
                .map(entry -> new CampaignBoard.Word(
                        entry.getKey(), entry.getValue(), texts.format().percent(entry.getValue(), recipients)))
                .toList();
    }

    private List<CampaignBoard.Network> networks(List<Count> counts) {
        return counts.stream().collect(Collectors.groupingBy(Count::mccMnc)).entrySet().stream()
                .map(entry -> network(operator(entry.getKey()), entry.getValue()))
                .filter(network -> network.messages() > 0)
                .sorted(Comparator.comparingLong(CampaignBoard.Network::messages)
                        .reversed())
                .toList();
    }

    private String operator(String mccMnc) {
        return texts.operator(mccMnc, numbering.operatorName(mccMnc));
    }

    /** The same by the names of operators, in order. */
    Map<String, String> named(Map<String, String> byNetwork) {
        Map<String, String> names = new TreeMap<>();
        byNetwork.forEach((mccMnc, value) -> names.put(operator(mccMnc), value));
        return names;
    }

    private CampaignBoard.Network network(String name, List<Count> counts) {
        Map<Tone, Long> byTone = new EnumMap<>(Tone.class);
        counts.forEach(count -> byTone.merge(states.tone(count.state()), count.messages(), Long::sum));
        return new CampaignBoard.Network(
                name,
                byTone.values().stream().mapToLong(Long::longValue).sum(),
                byTone.getOrDefault(Tone.SUCCESS, 0L),
                byTone.getOrDefault(Tone.PROGRESS, 0L) + byTone.getOrDefault(Tone.WAITING, 0L),
                byTone.getOrDefault(Tone.FAILURE, 0L),
                Money.sum(counts.stream().map(Count::charged).toList()));
    }

    /** Messages sent, delivered and failed over time, at most sixty points however long it took. */
    Chart course(StoredCampaign campaign) {
        List<Pace> paces = counters.pace(campaign.account(), campaign.id());
        if (paces.isEmpty()) {
            return new Chart(Chart.Kind.LINE, texts.text("campaigns.course"), List.of(), List.of());
        }
        Instant first = paces.getFirst().at();
        long steps = Duration.between(first, paces.getLast().at()).toSeconds() / SECONDS + 1;
        long stride = (steps + POINTS - 1) / POINTS;
        int points = (int) ((steps + stride - 1) / stride);
        Map<Tone, double[]> lines = new TreeMap<>();
        for (Pace pace : paces) {
            Tone tone = pace.state() == MessageState.SENT ? Tone.PROGRESS : states.tone(pace.state());
            boolean shown = pace.state() == MessageState.SENT || tone == Tone.SUCCESS || tone == Tone.FAILURE;
            if (shown) {
                int at = (int) (Duration.between(first, pace.at()).toSeconds() / SECONDS / stride);
                lines.computeIfAbsent(tone, _ -> new double[points])[at] += pace.messages();
            }
        }
        List<String> labels = new ArrayList<>(points);
        for (int i = 0; i < points; i++) {
            labels.add(label(first.plusSeconds(i * stride * SECONDS), stride));
        }
        return new Chart(
                points < FEW_POINTS ? Chart.Kind.BAR : Chart.Kind.LINE,
                texts.text("campaigns.course"),
                labels,
                lines.entrySet().stream().map(this::series).toList());
    }

    private String label(Instant at, long stride) {
        String minute = texts.format().time(at);
        return stride * SECONDS >= 60 ? minute : "%s:%02d".formatted(minute, at.getEpochSecond() % 60);
    }

    private Chart.Series series(Map.Entry<Tone, double[]> line) {
        return new Chart.Series(
                texts.text("campaigns.course." + line.getKey().css()),
                line.getKey(),
                Arrays.stream(line.getValue()).boxed().toList());
    }
}

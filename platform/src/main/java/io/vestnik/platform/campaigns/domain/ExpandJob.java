package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.Agenda.Turn;
import io.vestnik.platform.campaigns.domain.StoredCampaign.Expansion;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Pipeline;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Queues a confirmed audience in chunks, by phone. The checkpoint lies in the campaign and moves in the transaction that
 * queues the chunk; each step locks the campaign, so that nothing is queued after it was paused or cancelled. What a
 * cancelled campaign never queued is released here, and nowhere else.
 */
@Component
class ExpandJob implements JobKind {
    static final String NAME = "campaigns.expand";

    private static final int STEP = Pacing.STEP;
    /** By then all that is in the queue has left: a holiday that is farther away hurries nobody. */
    private static final Duration SOON = Duration.ofDays(7);
    /** So many at most of a wave whose hours end soon wait in the queue: what is there when they end stays over the night. */
    private static final int MOST_WAITING = 6_000;

    private static final Duration BACKLOG_PAUSE = Duration.ofSeconds(1);
    /** How long at most it rests when all are queued before it looks whether they are through. */
    private static final Duration LONGEST_REST = Duration.ofDays(1);
    /** The same where holidays are kept: an account may make a holiday of tomorrow, or no holiday of today. */
    private static final Duration REST_OF_HOLIDAYS = Duration.ofMinutes(10);

    private final CampaignStore campaigns;
    private final FrozenAudience audience;
    private final CounterStore counters;
    private final Ways ways;
    private final JsonMapper json;

    ExpandJob(CampaignStore campaigns, FrozenAudience audience, CounterStore counters, Ways ways, JsonMapper json) {
        this.campaigns = campaigns;
        this.audience = audience;
        this.counters = counters;
        this.ways = ways;
        this.json = json;
    }

    /** What an expansion is started with. */
    record Input(long campaign) {}

    /** Where the recipients of a campaign go: into the queue, or their money back. */
    @Component
    record Ways(Pipeline pipeline, TrialCourse trials, Agendas agendas, LongWork work, Queueing queueing) {}

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:start";
    }

    @Override
    public Step step(Context context) {
        CampaignId id = campaignOf(context);
        StoredCampaign campaign = campaigns.lock(context.account(), id).orElse(null);
        if (campaign == null
                || campaign.expansion() == null
                || !campaign.expansion().isDoneBy(context.job())) {
            return new Step.Done("{}", context.done());
        }
        Expansion expansion = campaign.expansion();
        List<Wave> waves = audience.waves().of(campaign.account(), campaign.id());
        if (expansion.complete() && (waves.isEmpty() || campaign.state() != CampaignState.RUNNING)) {
            return new Step.Done("{}", context.done());
        }
        return switch (campaign.state()) {
            case RUNNING, SCHEDULED ->
                waves.isEmpty() ? queue(campaign, expansion) : inWaves(campaign, expansion, waves);
            case CANCELLED ->
                waves.isEmpty() ? release(campaign, expansion) : release(campaign, expansion, open(waves));
            // Resuming starts another job from the same checkpoint.
            case PAUSED, DRAFT, PREVIEWING, PREVIEWED, AWAITING_PAYMENT, AWAITING_APPROVAL, FINISHED ->
                new Step.Done("{}", expansion.enqueued());
        };
    }

    private CampaignId campaignOf(Context context) {
        return new CampaignId(json.readValue(context.input(), Input.class).campaign());
    }

    private Step queue(StoredCampaign campaign, Expansion expansion) {
        List<AudienceLine> lines = audience.recipients()
                .toSend(campaign.account(), campaign.id(), campaign.preview(), expansion.through(), STEP);
        long done = expansion.enqueued();
        if (!lines.isEmpty()) {
            OptionalInt queued = ways.queueing()
                    .enqueue(
                            campaign,
                            expansion,
                            new Queueing.Door(expansion.validUntil(), CampaignChunk.Gate.OPEN),
                            lines);
            if (queued.isEmpty()) {
                return stopped(campaign, expansion, "no_codes");
            }
            done += queued.getAsInt();
            campaigns.advance(
                    campaign.account(),
                    campaign.id(),
                    lines.getLast().phone(),
                    queued.getAsInt(),
                    ways.work().now());
        }
        return lines.size() < STEP ? complete(campaign, done) : new Step.More("{}", done, campaign.recipients());
    }

    /** Queues what is due of the wave that has waited longest, or rests until something is. */
    private Step inWaves(StoredCampaign campaign, Expansion expansion, List<Wave> all) {
        Instant now = ways.work().now();
        Agenda agenda = ways.agendas().of(campaign);
        openGates(campaign, expansion, agenda, all, now);
        TrialCourse.Look look = ways.trials().look(campaign, open(all), now);
        List<Wave> waves = look.waves();
        Instant until = look.until();
        if (until != null) {
            Instant wake = agenda.change(all, now).filter(until::isAfter).orElse(until);
            return rest(campaign, expansion, Duration.between(now, wake), until);
        }
        if (waves.isEmpty()) {
            return afterwards(campaign, expansion, agenda.change(all, now).orElse(null), now);
        }
        Turn turn = agenda.next(waves, expansion.nextAt(), now).orElse(null);
        if (turn == null) {
            return stopped(campaign, expansion, "never_opens"); // the rules were other ones when it was confirmed
        }
        if (turn.at().isAfter(now)) {
            Instant wake = agenda.change(all, now).filter(turn.at()::isAfter).orElse(turn.at());
            return rest(campaign, expansion, Duration.between(now, wake), turn.at());
        }
        turn = withRoom(campaign, agenda, waves, turn, now).orElse(null);
        if (turn == null) {
            return rest(campaign, expansion, BACKLOG_PAUSE, now);
        }
        if (campaign.state() == CampaignState.SCHEDULED) {
            campaigns.setState(campaign.account(), campaign.id(), CampaignState.RUNNING, null, now);
        }
        OptionalInt queued = queue(campaign, expansion, agenda, turn, now);
        return queued.isEmpty()
                ? stopped(campaign, expansion, "no_codes")
                : new Step.More("{}", expansion.enqueued() + queued.getAsInt(), campaign.recipients());
    }

    /**
     * What is in the queue of a wave leaves until the end of its hours or the beginning of a holiday, and not a moment longer, whatever
     * becomes of this job.
     */
    private void openGates(StoredCampaign campaign, Expansion expansion, Agenda agenda, List<Wave> waves, Instant now) {
        if (agenda.change(waves, now).isPresent()) {
            ways.pipeline().open(campaign.account(), campaign.id(), agenda.gates(waves, now));
        }
        if (expansion.held() && !agenda.closed(waves, now)) { // by an earlier version, which knew no gates
            ways.pipeline().resume(campaign.account(), campaign.id(), Duration.ZERO);
            campaigns.hold(campaign.account(), campaign.id(), false);
        }
    }

    /** This turn, or that of another wave which is due too, where enough of the first waits in the queue; none where of all do. */
    private Optional<Turn> withRoom(StoredCampaign campaign, Agenda agenda, List<Wave> waves, Turn first, Instant now) {
        Optional<Turn> turn = Optional.of(first);
        List<Wave> left = new ArrayList<>(waves);
        while (turn.filter(it -> isFull(campaign, it, now)).isPresent()) {
            left.remove(turn.get().wave());
            Instant gate =
                    campaign.expansion() == null ? null : campaign.expansion().nextAt();
            turn = agenda.next(left, gate, now).filter(it -> !it.at().isAfter(now));
        }
        return turn;
    }

    private boolean isFull(StoredCampaign campaign, Turn turn, Instant now) {
        int most = MOST_WAITING - STEP + 1;
        return turn.windows().closes(now).filter(now.plus(SOON)::isAfter).isPresent()
                && ways.pipeline()
                                .waiting(
                                        campaign.account(),
                                        campaign.id(),
                                        turn.wave().number(),
                                        most)
                        == most;
    }

    /** All are queued; where hours are kept, somebody has to look when they end and begin until the last message is final. */
    private Step afterwards(StoredCampaign campaign, Expansion expansion, @Nullable Instant change, Instant now) {
        if (!expansion.complete()) {
            complete(campaign, expansion.enqueued());
            campaigns.due(campaign.account(), campaign.id(), null);
        }
        return change == null
                ? new Step.Done("{}", expansion.enqueued())
                : new Step.Rest(
                        "{}",
                        expansion.enqueued(),
                        campaign.recipients(),
                        atMost(campaign, Duration.between(now, change), LONGEST_REST));
    }

    /** The next holiday may be months away, and the last message final long before. */
    private static Duration atMost(StoredCampaign campaign, Duration pause, Duration longest) {
        Duration most = campaign.draft().timing().holidays() == null ? longest : REST_OF_HOLIDAYS;
        return pause.compareTo(most) > 0 ? most : pause;
    }

    private static List<Wave> open(List<Wave> waves) {
        return waves.stream().filter(wave -> !wave.complete()).toList();
    }

    private OptionalInt queue(StoredCampaign campaign, Expansion expansion, Agenda agenda, Turn turn, Instant now) {
        Wave wave = turn.wave();
        Pacing.Portion portion = agenda.portion(turn, expansion.nextAt(), now);
        List<AudienceLine> lines = audience.recipients()
                .toSend(
                        campaign.account(),
                        campaign.id(),
                        campaign.preview(),
                        wave.number(),
                        wave.through(),
                        portion.messages());
        OptionalInt queued = OptionalInt.of(0);
        Wave after = wave.completed();
        if (!lines.isEmpty()) {
            Instant validUntil = now.plus(campaign.draft().timing().validity());
            queued = ways.queueing()
                    .enqueue(campaign, expansion, new Queueing.Door(validUntil, agenda.gate(wave, now)), lines);
            if (queued.isEmpty()) {
                return queued;
            }
            campaigns.advance(campaign.account(), campaign.id(), expansion.through(), queued.getAsInt(), now);
            after = wave.after(lines.size(), lines.getLast().phone(), agenda.paced() ? now : portion.next());
        }
        audience.waves()
                .move(campaign.account(), campaign.id(), lines.size() < portion.messages() ? after.completed() : after);
        campaigns.due(campaign.account(), campaign.id(), portion.next());
        return queued;
    }

    private Step rest(StoredCampaign campaign, Expansion expansion, Duration pause, Instant next) {
        if (!next.equals(expansion.nextAt())) {
            campaigns.due(campaign.account(), campaign.id(), next);
        }
        return new Step.Rest("{}", expansion.enqueued(), campaign.recipients(), atMost(campaign, pause, pause));
    }

    /** It cannot go on by itself: a person looks, and resumes or cancels. */
    private Step stopped(StoredCampaign campaign, Expansion expansion, String trouble) {
        campaigns.setState(
                campaign.account(),
                campaign.id(),
                CampaignState.PAUSED,
                trouble,
                ways.work().now());
        ways.pipeline().pause(campaign.account(), campaign.id());
        return new Step.Done("{}", expansion.enqueued());
    }

    private Step complete(StoredCampaign campaign, long done) {
        campaigns.completeExpansion(campaign.account(), campaign.id());
        counters.finish(List.of(campaign.id()), ways.work().now());
        return new Step.Done("{}", done);
    }

    private Step release(StoredCampaign campaign, Expansion expansion) {
        List<AudienceLine> lines = ways.queueing().release(campaign, 0, expansion.through());
        if (!lines.isEmpty()) {
            campaigns.pass(campaign.account(), campaign.id(), lines.getLast().phone());
        }
        return lines.size() < Queueing.RELEASING_STEP
                ? complete(campaign, expansion.enqueued())
                : new Step.More("{}", expansion.enqueued(), campaign.recipients());
    }

    private Step release(StoredCampaign campaign, Expansion expansion, List<Wave> waves) {
        if (waves.isEmpty()) {
            return complete(campaign, expansion.enqueued());
        }
        Wave wave = waves.getFirst();
        List<AudienceLine> lines = ways.queueing().release(campaign, wave.number(), wave.through());
        boolean ended = lines.size() < Queueing.RELEASING_STEP;
        Wave after = ended
                ? wave.completed()
                : wave.after(lines.size(), lines.getLast().phone(), wave.nextAt());
        audience.waves().pass(campaign.account(), campaign.id(), after);
        return new Step.More("{}", expansion.enqueued(), campaign.recipients());
    }

    /**
     * An expansion that fails for good holds the campaign where it is: a person looks and resumes. One that gives money back
     * is tried again.
     */
    @Override
    public void abandoned(Context context) {
        CampaignId id = campaignOf(context);
        AccountId account = context.account();
        campaigns.lock(account, id).ifPresent(campaign -> {
            Expansion expansion = campaign.expansion();
            if (expansion == null || !expansion.isDoneBy(context.job())) {
                return;
            }
            if (campaign.state() == CampaignState.RUNNING || campaign.state() == CampaignState.SCHEDULED) {
                campaigns.setState(
                        account,
                        id,
                        CampaignState.PAUSED,
                        "expansion_failed",
                        ways.work().now());
                ways.pipeline().pause(account, id);
            } else if (campaign.state() == CampaignState.CANCELLED) {
                campaigns.expandBy(
                        account,
                        id,
                        ways.work().expand(account, id)); // the money of whoever was not queued must go back
            }
        });
    }
}

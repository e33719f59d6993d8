package io.vestnik.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.jobs.JobKind.Step;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class JobsTests {
    private static final AccountId SHOP = new AccountId(501);
    private static final AccountId STRANGER = new AccountId(502);

    @Autowired
    Jobs jobs;

    @Autowired
    ScriptedJobs scripted;

    @Autowired
    JobEnds ends;

    @Autowired
    JobTable table;

    @Autowired
    Clock clock;

    @Autowired
    Transactions transactions;

    @Autowired
    JdbcClient jdbc;

    @Test
    void goesStepByStepFromCheckpointToResult() {
        List<String> checkpoints = new CopyOnWriteArrayList<>();
        JobId id = start(context -> {
            checkpoints.add(String.valueOf(context.checkpoint()));
            long done = context.done() + 10;
            return done < 30 ? new Step.More("at " + done, done, 30) : new Step.Done("{\"rows\":30}", done);
        });
        Job job = end(id);
        assertThat(job.state()).isEqualTo(Job.State.DONE);
        assertThat(job.result()).isEqualTo("{\"rows\":30}");
        assertThat(job.done()).isEqualTo(30);
        assertThat(job.finishedAt()).isNotNull();
        assertThat(checkpoints).containsExactly("null", "at 10", "at 20");
    }

    @Test
    void restsWithoutAWorkerAndGoesOnFromItsCheckpoint() {
        List<String> checkpoints = new CopyOnWriteArrayList<>();
        JobId id = start(context -> {
            checkpoints.add(String.valueOf(context.checkpoint()));
            return context.done() < 2
                    ? new Step.Rest("after " + (context.done() + 1), context.done() + 1, 2, Duration.ofMillis(20))
                    : new Step.Done("{}", context.done());
        });
        assertThat(end(id).done()).isEqualTo(2);
        assertThat(checkpoints).containsExactly("null", "after 1", "after 2");
    }

    @Test
    void aJobThatRestsForLongIsNotTakenBeforeItsTime() {
        JobId id = start(_ -> new Step.Rest("later", 0, 0, Duration.ofDays(30)));
        Awaitility.await()
                .until(() -> jdbc.sql("SELECT checkpoint IS NOT NULL AND owner IS NULL FROM jobs.job WHERE id = :id")
                        .param("id", id.value())
                        .query(Boolean.class)
                        .single());
        assertThat(jdbc.sql("""
                        SELECT turn > clock_timestamp() + interval '50 minutes'
                           AND turn < clock_timestamp() + interval '1 hour' FROM jobs.job WHERE id = :id""").param("id", id.value()).query(Boolean.class).single())
                .as("it looks at the time again after an hour")
                .isTrue();
        assertThat(jobs.cancel(SHOP, id)).isTrue();
        assertThat(end(id).state()).isEqualTo(Job.State.CANCELLED);
    }

    @Test
    void forgetsAJobWhenItHasBeenOverForItsTerm() {
        JobId old = end(start(_ -> new Step.Done("{}", 0))).id();
        JobId young = end(start(_ -> new Step.Done("{}", 0))).id();
        jdbc.sql("UPDATE jobs.job SET finished_at = finished_at - interval '31 days' WHERE id = :id")
                .param("id", old.value())
                .update();
        assertThat(table.forgetEnded(clock.instant().minus(Duration.ofDays(30)), 10))
                .isEqualTo(1);
        assertThat(jobs.find(SHOP, old)).isEmpty();
        assertThat(jobs.find(SHOP, young)).isPresent();
    }

    @Test
    void startsNothingWhenItsCallerRollsBack() {
        CountDownLatch ran = new CountDownLatch(1);
        String input = scripted.script(_ -> {
            ran.countDown();
            return new Step.Done("{}", 0);
        });
        assertThatThrownBy(() -> transactions.call(() -> {
                    jobs.start(SHOP, ScriptedJobs.NAME, input);
                    throw new IllegalStateException("changed my mind");
                }))
                .hasMessage("changed my mind");
        end(start(_ -> new Step.Done("{}", 0)));
        assertThat(ran.getCount()).isEqualTo(1);
    }

    @Test
    void triesAFailingStepThreeTimesAndTellsAPersonOnlyTheNumber() {
        List<String> tries = new CopyOnWriteArrayList<>();
        JobId id = start(_ -> {
            tries.add("once more");
            throw new IllegalStateException("inside");
        });
        Job job = end(id);
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.message()).contains(id.toString()).doesNotContain("inside");
        assertThat(tries).hasSize(3);
        assertThat(scripted.wasAbandoned(id)).isTrue();
    }

    @Test
    void undoesAStepThatGivesUp() {
        JobId kept = end(start(_ -> new Step.Done("{}", 0))).id();
        JobId id = start(_ -> {
            jdbc.sql("UPDATE jobs.job SET result = 'spoilt' WHERE id = :id")
                    .param("id", kept.value())
                    .update();
            return new Step.Failed("There is no phone column");
        });
        Job job = end(id);
        assertThat(job.state()).isEqualTo(Job.State.FAILED);
        assertThat(job.message()).isEqualTo("There is no phone column");
        assertThat(job(kept).result()).isEqualTo("{}");
        assertThat(scripted.wasAbandoned(id)).isTrue();
    }

    @Test
    void stopsBeforeTheNextStepWhenItIsCancelled() throws Exception {
        CountDownLatch inside = new CountDownLatch(1);
        CountDownLatch goOn = new CountDownLatch(1);
        JobId id = start(context -> {
            inside.countDown();
            await(goOn);
            return new Step.More("c", context.done() + 1, 100);
        });
        inside.await();
        assertThat(jobs.cancel(STRANGER, id)).isFalse();
        assertThat(jobs.cancel(SHOP, id)).isTrue();
        goOn.countDown();
        Job job = end(id);
        assertThat(job.state()).isEqualTo(Job.State.CANCELLED);
        assertThat(job.done()).isEqualTo(1);
        assertThat(scripted.wasAbandoned(id)).isTrue();
        assertThat(jobs.cancel(SHOP, id)).isFalse();
    }

    @Test
    void goesOnFromTheCheckpointOfANodeThatDied() {
        String input = scripted.script(context -> new Step.Done("{\"from\":\"" + context.checkpoint() + "\"}", 8));
        long id = jdbc.sql("""
                        INSERT INTO jobs.job (account, kind, language, input, state, checkpoint, done, total, run, owner,
                                              lease_until, created_at)
                        VALUES (:account, :kind, 'ru', :input, 2, 'row 7', 7, 8, 3, 'a node that died',
                                clock_timestamp() - interval '1 second', clock_timestamp())
                        RETURNING id""")
                .param("account", SHOP.value())
                .param("kind", ScriptedJobs.NAME)
                .param("input", input)
                .query(Long.class)
                .single();
        assertThat(end(new JobId(id)).result()).isEqualTo("{\"from\":\"row 7\"}");
    }

    @Test
    void leavesNothingOfAStepWhoseJobWasTakenByAnotherNode() {
        JobId kept = end(start(_ -> new Step.Done("{}", 0))).id();
        JobId id = start(context -> {
            if (context.done() > 0) {
                return new Step.Done("{\"by\":\"the other\"}", 1);
            }
            jdbc.sql("UPDATE jobs.job SET result = 'spoilt' WHERE id = :id")
                    .param("id", kept.value())
                    .update();
            takeAway(context.job());
            return new Step.More("mine", 5, 10);
        });
        assertThat(end(id).result()).isEqualTo("{\"by\":\"the other\"}");
        assertThat(job(kept).result()).isEqualTo("{}");
    }

    @Test
    void letsAShortJobThroughWhenAllWorkersAreBusyWithLongOnes() {
        CountDownLatch over = new CountDownLatch(1);
        List<JobId> endless = List.of(start(context -> slowly(context, over)), start(context -> slowly(context, over)));
        assertThat(end(start(_ -> new Step.Done("{}", 1))).state()).isEqualTo(Job.State.DONE);
        over.countDown();
        endless.forEach(id -> assertThat(end(id).state()).isEqualTo(Job.State.DONE));
    }

    @Test
    void speaksTheLanguageOfWhoStartedIt() {
        LocaleContextHolder.setLocale(Locale.ENGLISH);
        try {
            JobId id = start(
                    _ -> new Step.Done("\"" + LocaleContextHolder.getLocale().getLanguage() + "\"", 0));
            assertThat(end(id).result()).isEqualTo("\"en\"");
        } finally {
            LocaleContextHolder.resetLocaleContext();
        }
    }

    @Test
    void failsAJobThatThisReleaseDoesNotKnow() {
        JobId id = jobs.start(SHOP, "jobs.of-a-later-release", "{}");
        assertThat(end(id).state()).isEqualTo(Job.State.FAILED);
    }

    @Test
    void showsAJobToItsAccountOnly() {
        JobId id = start(_ -> new Step.Done("{}", 0));
        assertThat(jobs.find(STRANGER, id)).isEmpty();
        assertThat(jobs.find(SHOP, id)).isPresent();
    }

    private JobId start(java.util.function.Function<JobKind.Context, Step> step) {
        return jobs.start(SHOP, ScriptedJobs.NAME, scripted.script(step));
    }

    /** As if the lease had ended and another node had gone one step further. */
    private void takeAway(JobId id) {
        Thread other = Thread.ofVirtual()
                .start(() -> transactions.run(
                        Pool.PAGES, () -> jdbc.sql("""
                        UPDATE jobs.job SET run = run + 1, done = 1, owner = NULL WHERE id = :id""").param("id", id.value()).update()));
        try {
            other.join();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Step slowly(JobKind.Context context, CountDownLatch over) {
        try {
            return over.await(50, java.util.concurrent.TimeUnit.MILLISECONDS)
                    ? new Step.Done("{}", 1)
                    : new Step.More("c", context.done(), 0);
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private Job job(JobId id) {
        return jobs.find(SHOP, id).orElseThrow();
    }

    private Job end(JobId id) {
        return ends.end(SHOP, id);
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}

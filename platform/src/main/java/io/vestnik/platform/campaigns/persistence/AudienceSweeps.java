package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.Limits;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Sweep;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.util.Optional;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * Frozen audiences that serve nobody any more: of a preview that nobody confirmed for a month, of a draft that was changed after
 * its preview, and of a campaign that is over: its texts after a week, for its messages tell them, its recipients after a month, for
 * so long may be asked how often somebody was written to.
 */
@Configuration(proxyBeanMethods = false)
@AcrossAccounts("audiences go by their age")
class AudienceSweeps {
    private static final Duration UNCONFIRMED = Duration.ofDays(30);
    private static final Duration SPENT = Duration.ofDays(Limits.CAP_DAYS);
    private static final Duration READ = Duration.ofDays(7);
    private static final Duration LATELY_CHANGED = Duration.ofDays(1);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    /** For how long a deleted template can be taken back. */
    private static final Duration TEMPLATES = Duration.ofDays(30);

    private static final int PREVIEWS = 100;
    private static final int CHUNK = 5_000;

    private final JdbcClient jdbc;
    private final Clock clock;

    AudienceSweeps(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Bean
    Sweep unconfirmedPreviews() {
        return new Sweep("campaigns.unconfirmed", PAUSE, PREVIEWS, this::turnToDrafts);
    }

    @Bean
    Sweep audiencesOfDrafts() {
        return new Sweep("campaigns.drafts", PAUSE, CHUNK, this::deleteOfDrafts);
    }

    @Bean
    Sweep spentAudiences() {
        return new Sweep("campaigns.spent", PAUSE, CHUNK, this::deleteSpent);
    }

    @Bean
    Sweep readTexts() {
        return new Sweep("campaigns.texts", PAUSE, CHUNK, this::deleteTexts);
    }

    @Bean
    Sweep deletedTemplates() {
        return new Sweep("campaigns.templates", PAUSE, CHUNK, this::forgetTemplates);
    }

    int forgetTemplates() {
        return jdbc.sql("""
                        DELETE FROM campaigns.template WHERE id IN (
                          SELECT id FROM campaigns.template WHERE deleted_at < :before ORDER BY deleted_at LIMIT :most)""")
                .param("before", ago(TEMPLATES))
                .param("most", CHUNK)
                .update();
    }

    private OffsetDateTime ago(Duration time) {
        return JdbcCampaignStore.time(clock.instant().minus(time));
    }

    /** Prices and audience of such a preview are long out of date: it is a draft again, to be previewed anew. */
    int turnToDrafts() {
        return jdbc.sql("""
                        WITH old AS (
                          SELECT c.id, p.number FROM campaigns.campaign c
                            JOIN campaigns.preview p ON p.campaign = c.id AND p.number = c.preview
                           WHERE c.state = :previewed AND p.ready_at < :before
                           ORDER BY c.id LIMIT :most FOR UPDATE OF c SKIP LOCKED),
                        gone AS (
                          DELETE FROM campaigns.preview p USING old WHERE p.campaign = old.id AND p.number <= old.number)
                        UPDATE campaigns.campaign c SET state = :draft, recipients = 0, cost = 0
                          FROM old WHERE c.id = old.id""")
                .param("previewed", CampaignState.PREVIEWED.number())
                .param("draft", CampaignState.DRAFT.number())
                .param("before", ago(UNCONFIRMED))
                .param("most", PREVIEWS)
                .update();
    }

    int deleteOfDrafts() {
        return jdbc.sql("""
                        DELETE FROM campaigns.recipient r
                         USING (SELECT a.campaign, a.preview, a.phone
                                  FROM campaigns.campaign c
                                  JOIN campaigns.recipient a ON a.campaign = c.id AND a.preview <= c.preview
                                 WHERE c.state = :draft AND c.preview > 0 AND c.changed_at < :before LIMIT :most) old
                         WHERE r.campaign = old.campaign AND r.preview = old.preview AND r.phone = old.phone""")
                .param("draft", CampaignState.DRAFT.number())
                .param("before", ago(LATELY_CHANGED))
                .param("most", CHUNK)
                .update();
    }

    /** Up to whom the texts of a campaign are emptied. */
    private record Emptied(long campaign, int preview, String phone) {}

    int deleteTexts() {
        Optional<Emptied> next = jdbc.sql("""
                        SELECT id, wordless_preview, wordless_phone FROM campaigns.campaign
                         WHERE NOT wordless AND finished_at IS NOT NULL AND finished_at < :before
                         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param("before", ago(READ))
                .query((row, _) -> new Emptied(row.getLong(1), row.getInt(2), row.getString(3)))
                .optional();
        return next.map(this::deleteTexts).orElse(0);
    }

    /** Walks by the key: to ask for those that still have a text would read all that have none before each chunk. */
    private int deleteTexts(Emptied emptied) {
        jdbc.sql("""
                        WITH next AS MATERIALIZED (
                          SELECT preview, phone FROM campaigns.recipient
                           WHERE campaign = :campaign AND (preview, phone) > (:preview, :phone)
                           ORDER BY preview, phone LIMIT :most),
                        emptied AS (
                          UPDATE campaigns.recipient r SET body = NULL FROM next n
                           WHERE r.campaign = :campaign AND r.preview = n.preview AND r.phone = n.phone AND r.body IS NOT NULL),
                        walked AS (
                          SELECT count(*) < :most AS whole FROM next),
                        last AS (
                          SELECT preview, phone FROM next, walked WHERE NOT whole ORDER BY preview DESC, phone DESC LIMIT 1)
                        UPDATE campaigns.campaign
                           SET wordless = (SELECT whole FROM walked),
                               wordless_preview = coalesce((SELECT preview FROM last), 0),
                               wordless_phone = coalesce((SELECT phone FROM last), '')
                         WHERE id = :campaign""")
                .param("campaign", emptied.campaign())
                .param("preview", emptied.preview())
                .param("phone", emptied.phone())
                .param("most", CHUNK)
                .update();
        return CHUNK; // there may be another campaign
    }

    int deleteSpent() {
        Optional<Long> campaign = jdbc.sql("""
                        SELECT id FROM campaigns.campaign
                         WHERE NOT spent AND finished_at IS NOT NULL AND finished_at < :before
                         ORDER BY id LIMIT 1 FOR UPDATE SKIP LOCKED""")
                .param("before", ago(SPENT))
                .query((row, _) -> row.getLong(1))
                .optional();
        return campaign.map(this::deleteSent).orElse(0);
    }

    /** Those left out stay with the campaign: its page tells why they were. */
    private int deleteSent(long campaign) {
        int deleted =
                jdbc.sql("""
                        DELETE FROM campaigns.recipient r
                         USING (SELECT preview, phone FROM campaigns.recipient
                                 WHERE campaign = :campaign AND verdict = 0 LIMIT :most) sent
                         WHERE r.campaign = :campaign AND r.preview = sent.preview AND r.phone = sent.phone""").param("campaign", campaign).param("most", CHUNK).update();
        if (deleted < CHUNK) {
            jdbc.sql("UPDATE campaigns.campaign SET spent = true WHERE id = :campaign")
                    .param("campaign", campaign)
                    .update();
        }
        return CHUNK; // there may be another campaign
    }
}

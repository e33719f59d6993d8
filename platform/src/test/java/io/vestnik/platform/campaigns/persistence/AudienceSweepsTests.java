package io.vestnik.platform.campaigns.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.campaigns.CampaignState;
import java.time.Clock;
import java.time.Duration;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;

@ModuleTest
class AudienceSweepsTests {
    private static final long ACCOUNT = 7_101;

    @Autowired
    AudienceSweeps sweeps;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Clock clock;

    private OffsetDateTime ago(int days) {
        return clock.instant().minus(Duration.ofDays(days)).atOffset(ZoneOffset.UTC);
    }

    /** A campaign with a preview and an audience of one to be sent to and one left out. */
    private long campaign(CampaignState state, int days, @Nullable Integer finishedDays) {
        long id = jdbc.sql("""
                        INSERT INTO campaigns.campaign (account, state, name, sender, body, audience_groups, audience_phones,
                               validity_seconds, preview, recipients, created_at, changed_at, finished_at)
                        VALUES (:account, :state, 'name', 'VESTNIK', 'text', '{}', '{}', 60, 1, 1, :at, :at, :finished)
                        RETURNING id""")
                .param("account", ACCOUNT)
                .param("state", state.number())
                .param("at", ago(days))
                .param("finished", finishedDays == null ? null : ago(finishedDays))
                .query(Long.class)
                .single();
        jdbc.sql("""
                INSERT INTO campaigns.preview (campaign, number, account, sender, body, personal, traffic_type, job,
                       created_at, ready_at)
                VALUES (:id, 1, :account, 'VESTNIK', 'text', false, 'advertising', 1, :at, :at)""")
                .param("id", id)
                .param("account", ACCOUNT)
                .param("at", ago(days))
                .update();
        jdbc.sql("""
                INSERT INTO campaigns.recipient (campaign, preview, phone, verdict, parts, mcc_mnc, body)
                VALUES (:id, 1, '79161234567', 0, 1, '25001', 'text'), (:id, 1, '79161234568', 2, 1, '25001', NULL)""").param("id", id).update();
        return id;
    }

    private List<String> audience(long campaign) {
        return jdbc.sql("SELECT phone FROM campaigns.recipient WHERE campaign = :id ORDER BY phone")
                .param("id", campaign)
                .query((row, _) -> row.getString(1))
                .list();
    }

    private CampaignState state(long campaign) {
        return CampaignState.ofNumber(jdbc.sql("SELECT state FROM campaigns.campaign WHERE id = :id")
                .param("id", campaign)
                .query(Integer.class)
                .single());
    }

    private long previews(long campaign) {
        return jdbc.sql("SELECT count(*) FROM campaigns.preview WHERE campaign = :id")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }

    @Test
    void turnsWhatNobodyConfirmedForAMonthIntoADraftAgain() {
        long forgotten = campaign(CampaignState.PREVIEWED, 31, null);
        long fresh = campaign(CampaignState.PREVIEWED, 29, null);
        sweeps.turnToDrafts();
        assertThat(state(forgotten)).isEqualTo(CampaignState.DRAFT);
        assertThat(previews(forgotten)).isZero();
        assertThat(state(fresh)).isEqualTo(CampaignState.PREVIEWED);
        assertThat(previews(fresh)).isEqualTo(1);
        sweeps.deleteOfDrafts();
        assertThat(audience(forgotten)).isEmpty();
        assertThat(audience(fresh)).hasSize(2);
    }

    @Test
    void leavesTheAudienceOfADraftThatIsBeingWrittenForADay() {
        long writing = campaign(CampaignState.DRAFT, 0, null);
        sweeps.deleteOfDrafts();
        assertThat(audience(writing)).hasSize(2);
    }

    @Test
    void keepsOnlyThoseLeftOutOfACampaignThatHasBeenOverForAMonth() {
        long over = campaign(CampaignState.FINISHED, 40, 31);
        long lately = campaign(CampaignState.FINISHED, 40, 29);
        long running = campaign(CampaignState.RUNNING, 40, null);
        while (sweeps.deleteSpent() > 0) {
            // the next chunk
        }
        assertThat(audience(over)).containsExactly("79161234568");
        assertThat(audience(lately)).hasSize(2);
        assertThat(audience(running)).hasSize(2);
    }

    @Test
    void takesTheTextsOutOfACampaignThatHasBeenOverForAWeek() {
        long over = campaign(CampaignState.FINISHED, 10, 8);
        long lately = campaign(CampaignState.FINISHED, 10, 6);
        while (sweeps.deleteTexts() > 0) {
            // the next chunk
        }
        assertThat(texts(over)).isZero();
        assertThat(audience(over)).hasSize(2);
        assertThat(texts(lately)).isEqualTo(1);
    }

    private long texts(long campaign) {
        return jdbc.sql("SELECT count(body) FROM campaigns.recipient WHERE campaign = :id")
                .param("id", campaign)
                .query(Long.class)
                .single();
    }
}

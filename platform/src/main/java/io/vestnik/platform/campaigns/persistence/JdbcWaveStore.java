package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.domain.Wave;
import io.vestnik.platform.campaigns.domain.WaveStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcWaveStore implements WaveStore {
    private final JdbcClient jdbc;

    JdbcWaveStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    private StatementSpec of(AccountId account, CampaignId campaign, String sql) {
        return jdbc.sql(sql).param("campaign", campaign.value()).param("account", account.value());
    }

    @Override
    public void open(AccountId account, CampaignId campaign, List<Wave> waves) {
        of(account, campaign, """
                        INSERT INTO campaigns.wave (campaign, number, account, country, zone, people, starts_at, deadline,
                                                    next_at, through, taken, complete)
                        SELECT :campaign, w.number, :account, w.country, w.zone, w.people, w.starts_at::timestamptz,
                               w.deadline::timestamptz, w.next_at::timestamptz, w.through, w.taken, w.complete
                          FROM unnest(:numbers::smallint[], :countries::text[], :zones::text[], :people::bigint[],
                                      :starts::text[], :deadlines::text[], :nexts::text[], :through::text[],
                                      :taken::bigint[], :complete::boolean[])
                            AS w(number, country, zone, people, starts_at, deadline, next_at, through, taken, complete)""")
                .param("numbers", waves.stream().map(it -> (short) it.number()).toArray(Short[]::new))
                .param("countries", waves.stream().map(Wave::country).toArray(String[]::new))
                .param("zones", waves.stream().map(it -> it.zone().getId()).toArray(String[]::new))
                .param("people", waves.stream().map(Wave::people).toArray(Long[]::new))
                .param(
                        "starts",
                        waves.stream().map(it -> it.startsAt().toString()).toArray(String[]::new))
                .param(
                        "deadlines",
                        waves.stream().map(it -> text(it.deadline())).toArray(String[]::new))
                .param("nexts", waves.stream().map(it -> it.nextAt().toString()).toArray(String[]::new))
                .param("through", waves.stream().map(Wave::through).toArray(String[]::new))
                .param("taken", waves.stream().map(Wave::taken).toArray(Long[]::new))
                .param("complete", waves.stream().map(Wave::complete).toArray(Boolean[]::new))
                .update();
    }

    private static @Nullable String text(@Nullable Instant at) {
        return at == null ? null : at.toString();
    }

    @Override
    public List<Wave> of(AccountId account, CampaignId campaign) {
        return of(account, campaign, """
                        SELECT * FROM campaigns.wave WHERE campaign = :campaign AND account = :account ORDER BY number""").query(JdbcWaveStore::wave).list();
    }

    private static Wave wave(ResultSet row, int number) throws SQLException {
        OffsetDateTime deadline = row.getObject("deadline", OffsetDateTime.class);
        return new Wave(
                row.getInt("number"),
                row.getString("country"),
                ZoneId.of(row.getString("zone")),
                row.getLong("people"),
                CampaignRows.instant(row, "starts_at"),
                deadline == null ? null : deadline.toInstant(),
                CampaignRows.instant(row, "next_at"),
                row.getString("through"),
                row.getLong("taken"),
                row.getBoolean("complete"));
    }

    @Override
    public void move(AccountId account, CampaignId campaign, Wave wave) {
        pass(account, campaign, wave);
        of(account, campaign, """
                        UPDATE campaigns.wave SET queued_through = through
                         WHERE campaign = :campaign AND account = :account AND number = :number""").param("number", wave.number()).update();
    }

    @Override
    public void pass(AccountId account, CampaignId campaign, Wave wave) {
        of(account, campaign, """
                        UPDATE campaigns.wave SET next_at = :next, through = :through, taken = :taken, complete = :complete
                         WHERE campaign = :campaign AND account = :account AND number = :number""")
                .param("number", wave.number())
                .param("next", wave.nextAt().atOffset(ZoneOffset.UTC))
                .param("through", wave.through())
                .param("taken", wave.taken())
                .param("complete", wave.complete())
                .update();
    }

    @Override
    public void shift(AccountId account, CampaignId campaign, Instant since, Instant now) {
        of(account, campaign, """
                        UPDATE campaigns.wave SET deadline = deadline + (:now - greatest(starts_at, :since))
                         WHERE campaign = :campaign AND account = :account AND NOT complete AND starts_at < :now""")
                .param("since", since.atOffset(ZoneOffset.UTC))
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    public void close(AccountId account, CampaignId campaign) {
        of(account, campaign, "DELETE FROM campaigns.wave WHERE campaign = :campaign AND account = :account")
                .update();
    }

    @Override
    public void letGo(AccountId account, CampaignId campaign, int from, Instant at, @Nullable Duration over) {
        of(account, campaign, """
                        UPDATE campaigns.wave
                           SET starts_at = greatest(starts_at, :at),
                               next_at = greatest(starts_at, :at),
                               deadline = greatest(starts_at, :at) + make_interval(secs => :over::double precision)
                         WHERE campaign = :campaign AND account = :account AND number >= :from""")
                .param("from", from)
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("over", over == null ? null : over.toSeconds())
                .update();
    }

    @Override
    public void hurry(AccountId account, CampaignId campaign, Instant now) {
        of(account, campaign, """
                        UPDATE campaigns.wave SET next_at = :now, deadline = NULL
                         WHERE campaign = :campaign AND account = :account AND NOT complete AND starts_at <= :now""").param("now", now.atOffset(ZoneOffset.UTC)).update();
    }
}

package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows of campaigns as values. */
final class CampaignRows {
    private CampaignRows() {}

    static StoredCampaign campaign(ResultSet row, int number) throws SQLException {
        return new StoredCampaign(
                new CampaignId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                CampaignState.ofNumber(row.getInt("state")),
                row.getInt("version"),
                row.getInt("preview"),
                draft(row),
                row.getLong("recipients"),
                Money.of(row.getBigDecimal("cost")),
                instant(row, "created_at"),
                instant(row, "changed_at"),
                perhaps(row, "finished_at"),
                row.getString("trouble"),
                expansion(row));
    }

    /** The draft of a row, of a campaign or of a template. */
    static Draft draft(ResultSet row) throws SQLException {
        return new Draft(
                row.getString("name"),
                row.getString("sender"),
                row.getString("body"),
                new Audience(
                        groups(row, "audience_groups"), words(row, "audience_phones"), groups(row, "audience_minus")),
                TimingText.read(Duration.ofSeconds(row.getLong("validity_seconds")), row.getString("timing")),
                new Manner(row.getBoolean("short_links"), row.getString("reserve_sender"), words(row, "tags")),
                TrialText.read(row.getString("trial")));
    }

    private static List<GroupId> groups(ResultSet row, String column) throws SQLException {
        Long[] groups = (Long[]) row.getArray(column).getArray();
        return Arrays.stream(groups).map(GroupId::new).toList();
    }

    private static List<String> words(ResultSet row, String column) throws SQLException {
        return List.of((String[]) row.getArray(column).getArray());
    }

    /** A draft as parameters. */
    static Map<String, @Nullable Object> written(Draft draft) {
        Audience audience = draft.audience();
        Manner manner = draft.manner();
        Map<String, @Nullable Object> values = new HashMap<>();
        values.put("name", draft.name());
        values.put("sender", draft.sender());
        values.put("body", draft.text());
        values.put("groups", numbers(audience.groups()));
        values.put("phones", audience.phones().toArray(String[]::new));
        values.put("minus", numbers(audience.minus()));
        values.put("validity", draft.timing().validity().toSeconds());
        values.put("timing", TimingText.write(draft.timing()));
        values.put("trial", TrialText.write(draft.trial()));
        values.put("shortLinks", manner.shortLinks());
        values.put("reserve", manner.reserve());
        values.put("tags", manner.tags().toArray(String[]::new));
        return values;
    }

    private static long[] numbers(List<GroupId> groups) {
        return groups.stream().mapToLong(GroupId::value).toArray();
    }

    private static StoredCampaign.@Nullable Expansion expansion(ResultSet row) throws SQLException {
        Instant confirmedAt = perhaps(row, "confirmed_at");
        if (confirmedAt == null) {
            return null;
        }
        Long by = row.getObject("confirmed_by", Long.class);
        Long job = row.getObject("job", Long.class);
        return new StoredCampaign.Expansion(
                confirmedAt,
                by == null ? null : new UserId(by),
                row.getLong("hold"),
                instant(row, "valid_until"),
                row.getString("through"),
                row.getLong("enqueued"),
                row.getBoolean("expanded"),
                job == null ? null : new JobId(job),
                perhaps(row, "next_at"),
                perhaps(row, "paused_at"),
                row.getBoolean("held"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

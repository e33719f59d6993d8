package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import io.vestnik.platform.contacts.GroupId;
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
import java.util.List;
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

    private static Draft draft(ResultSet row) throws SQLException {
        Long[] groups = (Long[]) row.getArray("audience_groups").getArray();
        String[] phones = (String[]) row.getArray("audience_phones").getArray();
        return new Draft(
                row.getString("name"),
                row.getString("sender"),
                row.getString("body"),
                Arrays.stream(groups).map(GroupId::new).toList(),
                List.of(phones),
                Duration.ofSeconds(row.getLong("validity_seconds")));
    }

    private static StoredCampaign.@Nullable Expansion expansion(ResultSet row) throws SQLException {
        Instant confirmedAt = perhaps(row, "confirmed_at");
        if (confirmedAt == null) {
            return null;
        }
        Long by = row.getObject("confirmed_by", Long.class);
        return new StoredCampaign.Expansion(
                confirmedAt,
                by == null ? null : new UserId(by),
                row.getLong("hold"),
                instant(row, "valid_until"),
                row.getString("through"),
                row.getLong("enqueued"),
                row.getBoolean("expanded"));
    }

    static Instant instant(ResultSet row, String column) throws SQLException {
        return row.getObject(column, OffsetDateTime.class).toInstant();
    }

    private static @Nullable Instant perhaps(ResultSet row, String column) throws SQLException {
        OffsetDateTime at = row.getObject(column, OffsetDateTime.class);
        return at == null ? null : at.toInstant();
    }
}

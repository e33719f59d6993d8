package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.domain.Settled;
import org.springframework.jdbc.core.RowMapper;

final class SettledRow {
    static final RowMapper<Settled> MAPPER = (row, _) -> {
        long campaign = row.getLong("campaign");
        return new Settled(
                new AccountId(row.getLong("account")),
                campaign == 0 ? null : new CampaignId(campaign),
                Way.ofNumber(row.getInt("way")),
                row.getLong("quote"),
                MessageState.ofNumber(row.getInt("from_state")),
                MessageState.ofNumber(row.getInt("to_state")),
                row.getInt("messages"),
                row.getLong("parts"),
                row.getDouble("seconds"));
    };

    private SettledRow() {}
}

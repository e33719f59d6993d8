package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.domain.MessageReader;
import io.vestnik.platform.store.Where;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMessageReader implements MessageReader {
    static final String VIEW = """
            SELECT m.id, m.account, m.campaign, m.way, m.sender, m.recipient, coalesce(m.body, b.text) AS text,
                   m.parts, m.mcc_mnc, m.price, m.state, m.error, m.reference, m.created_at, m.sent_at, m.final_at
              FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
            """;
    /** What people may set conditions on. */
    private static final Map<String, Where.Place> PLACES = Map.of(
            "text", new Where.Place("coalesce(m.body, b.text)", Where.Kind.TEXT),
            "parts", new Where.Place("m.parts", Where.Kind.NUMBER),
            "price", new Where.Place("m.price", Where.Kind.NUMBER),
            "error", new Where.Place("m.error", Where.Kind.TEXT),
            "created", new Where.Place("m.created_at", Where.Kind.MOMENT),
            "sent", new Where.Place("m.sent_at", Where.Kind.MOMENT),
            "final", new Where.Place("m.final_at", Where.Kind.MOMENT));

    private static final long HIGHEST = (1L << 53) - 1;

    private final JdbcClient jdbc;

    JdbcMessageReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<MessageView> find(AccountId account, MessageId id) {
        return jdbc.sql(VIEW + " WHERE m.id = :id AND m.account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query((row, _) -> view(row))
                .optional();
    }

    @Override
    public Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit) {
        CampaignId campaign = filter.campaign();
        MessageState state = filter.state();
        String prefix = filter.recipientPrefix();
        Where where = Where.all(filter.conditions(), PLACES);
        var rows = where.on(jdbc.sql(VIEW
                        + " WHERE m.account = :account AND m.id BETWEEN 1 AND :below"
                        + (campaign == null ? "" : " AND m.campaign = :campaign")
                        + (state == null ? "" : " AND m.state = ANY(:states::smallint[])")
                        + (prefix == null ? "" : " AND m.recipient LIKE :prefix")
                        + where.sql()
                        + " ORDER BY m.id DESC LIMIT :limit"))
                .param("account", account.value())
                .param("below", cursor == null ? HIGHEST : Long.parseLong(cursor) - 1)
                .param("campaign", campaign == null ? 0 : campaign.value())
                .param("states", states(state))
                .param("prefix", prefix == null ? "%" : digits(prefix) + "%")
                .param("limit", limit + 1)
                .query((row, _) -> view(row))
                .list();
        return Slice.of(rows, limit, view -> view.id().toString());
    }

    /** A message on the air is still stored as queued. */
    private static Integer[] states(@Nullable MessageState state) {
        if (state == null) {
            return new Integer[0];
        }
        return new Integer[] {state == MessageState.SENDING ? MessageState.QUEUED.number() : state.number()};
    }

    private static String digits(String prefix) {
        return prefix.replaceAll("[^0-9]", "");
    }

    static MessageView view(ResultSet row) throws SQLException {
        long campaign = row.getLong("campaign");
        return new MessageView(
                new MessageId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                campaign == 0 ? null : new CampaignId(campaign),
                Way.ofNumber(row.getInt("way")),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("text"),
                row.getInt("parts"),
                row.getString("mcc_mnc"),
                Money.of(row.getBigDecimal("price")),
                MessageState.ofNumber(row.getInt("state")),
                row.getString("error"),
                row.getString("reference"),
                Times.instant(row, "created_at"),
                Times.instantOrNull(row, "sent_at"),
                Times.instantOrNull(row, "final_at"));
    }
}

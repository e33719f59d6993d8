package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.domain.MessageReader;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcMessageReader implements MessageReader {
    static final String VIEW = """
            SELECT m.id, m.account, m.campaign, m.way, m.sender, m.recipient, coalesce(m.body, b.text) AS text,
                   m.encoding, m.parts, m.mcc_mnc, m.price, m.state, m.error, m.reference, m.created_at, m.sent_at, m.final_at
              FROM pipeline.message m LEFT JOIN pipeline.body b ON b.id = m.body_id
            """;
    /** The text of a message {@code m}, or the shared one {@code b}; none where it is for the eyes of its recipient alone. */
    static final String TEXT =
            "CASE WHEN m.reference = '" + Feedback.SECRET.reference() + "' THEN NULL ELSE coalesce(m.body, b.text) END";

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
    public List<MessageView> find(AccountId account, Collection<MessageId> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(VIEW + """
                         WHERE m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest AND m.account = :account""")
                .params(Range.of(ids.stream().map(MessageId::value).toList()))
                .param("account", account.value())
                .query((row, _) -> view(row))
                .list();
    }

    @Override
    public Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit) {
        CampaignId campaign = filter.campaign();
        MessageConditions conditions = MessageConditions.of(filter);
        var rows = conditions
                .on(jdbc.sql(VIEW
                        + " WHERE m.account = :account AND m.id BETWEEN 1 AND :below"
                        + (campaign == null ? "" : " AND m.campaign = :campaign")
                        + conditions.judged()
                        + " ORDER BY m.id DESC LIMIT :limit"))
                .param("account", account.value())
                .param("below", cursor == null ? HIGHEST : Long.parseLong(cursor) - 1)
                .param("campaign", campaign == null ? 0 : campaign.value())
                .param("limit", limit + 1)
                .query((row, _) -> view(row))
                .list();
        return Slice.of(rows, limit, view -> view.id().toString());
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
                secret(row) ? null : row.getString("text"),
                row.getInt("encoding"),
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

    private static boolean secret(ResultSet row) throws SQLException {
        return Objects.equals(Feedback.SECRET.reference(), row.getString("reference"));
    }
}

package io.vestnik.platform.pipeline.inbound.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.InboundMessage.Wish;
import io.vestnik.platform.pipeline.InboxFilter;
import io.vestnik.platform.pipeline.inbound.domain.InboxReader;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.store.Where;
import io.vestnik.platform.store.Where.Kind;
import io.vestnik.platform.store.Where.Place;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcInboxReader implements InboxReader {
    private static final Map<String, Place> PLACES = Map.of(
            "phone", new Place("phone", Kind.TEXT),
            "number", new Place("number", Kind.TEXT),
            "keyword", new Place("keyword", Kind.TEXT),
            "text", new Place("text", Kind.TEXT));

    private final JdbcClient jdbc;

    JdbcInboxReader(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<InboundMessage> list(AccountId account, InboxFilter filter, long below, int limit) {
        return list("account = :account", Map.of("account", account.value()), filter, below, limit);
    }

    @Override
    @AcrossAccounts("what is nobody's is the operator's, whose right the page asks for")
    public List<InboundMessage> unclaimed(InboxFilter filter, long below, int limit) {
        return list("account IS NULL", Map.of(), filter, below, limit);
    }

    private List<InboundMessage> list(
            String whose, Map<String, Object> values, InboxFilter filter, long below, int limit) {
        Where where = Where.all(filter.conditions(), PLACES);
        return jdbc.sql("""
                        SELECT * FROM pipeline.inbound
                         WHERE %s AND id >= :from AND id < :below AND strpos(lower(text), lower(:words)) > 0 %s
                         ORDER BY id DESC LIMIT :limit""".formatted(whose, where.sql()))
                .params(values)
                .params(where.values())
                .param("from", floor(filter.from(), 0))
                .param("below", Math.min(below, floor(filter.before(), Long.MAX_VALUE)))
                .param("words", filter.words())
                .param("limit", limit)
                .query((row, _) -> message(row))
                .list();
    }

    private static long floor(@Nullable Instant at, long otherwise) {
        return at == null ? otherwise : MessageId.floorOf(at);
    }

    @Override
    public List<InboundMessage> all(AccountId account, List<Long> ids) {
        return jdbc.sql(
                        "SELECT * FROM pipeline.inbound WHERE id = ANY(:ids::bigint[]) AND account = :account ORDER BY id")
                .param("ids", ids.toArray(Long[]::new))
                .param("account", account.value())
                .query((row, _) -> message(row))
                .list();
    }

    @Override
    public Optional<InboundMessage> find(AccountId account, long id) {
        return jdbc.sql("SELECT * FROM pipeline.inbound WHERE id = :id AND account = :account")
                .param("id", id)
                .param("account", account.value())
                .query((row, _) -> message(row))
                .optional();
    }

    static InboundMessage message(ResultSet row) throws SQLException {
        long account = row.getLong("account");
        long answers = row.getLong("answers");
        return new InboundMessage(
                row.getLong("id"),
                account == 0 ? null : new AccountId(account),
                new RouteId(row.getLong("route")),
                row.getString("phone"),
                row.getString("number"),
                row.getString("text"),
                row.getString("keyword"),
                Wish.ofNumber(row.getInt("wish")),
                answers == 0 ? null : new MessageId(answers),
                Times.instant(row, "at"));
    }
}

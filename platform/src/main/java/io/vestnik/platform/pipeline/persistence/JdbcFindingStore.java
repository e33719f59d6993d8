package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.domain.FindingStore;
import io.vestnik.platform.store.Transactions;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.RowMapper;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcFindingStore implements FindingStore {
    private static final RowMapper<Long> ID = (row, _) -> row.getLong(1);

    /** The ids of a week, by which the table is cut: what is looked for is mostly in the newest. */
    private static final long WEEK = Duration.ofDays(7).toSeconds() << 22;

    /** Hits of one week; a phone or a reference that has more is no person's. */
    private static final int MOST_HITS = 20_000;

    private final JdbcClient jdbc;
    private final Transactions transactions;

    JdbcFindingStore(JdbcClient jdbc, Transactions transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    static Long[] numbers(Set<AccountId> accounts) {
        return accounts.stream().map(AccountId::value).toArray(Long[]::new);
    }

    @Override
    public List<Long> byId(Set<AccountId> accounts, long id, Bounds bounds) {
        return jdbc.sql("""
                        SELECT id FROM pipeline.message
                         WHERE id = :id AND id < :below AND account = ANY(:accounts::bigint[])""")
                .param("id", id)
                .param("below", bounds.below())
                .param("accounts", numbers(accounts))
                .query(ID)
                .list();
    }

    @Override
    public List<Long> byCampaign(Set<AccountId> accounts, long campaign, Bounds bounds) {
        return jdbc.sql("""
                        SELECT id FROM pipeline.message
                         WHERE campaign = :campaign AND id >= :from AND id < :below AND account = ANY(:accounts::bigint[])
                         ORDER BY id DESC LIMIT :limit""")
                .param("campaign", campaign)
                .params(Map.of("from", bounds.from(), "below", bounds.below(), "limit", bounds.limit()))
                .param("accounts", numbers(accounts))
                .query(ID)
                .list();
    }

    @Override
    public List<Long> byUpstream(Set<AccountId> accounts, List<String> upstreamIds, Bounds bounds) {
        return jdbc.sql("""
                        WITH hits AS MATERIALIZED (
                          SELECT DISTINCT u.message
                            FROM (SELECT DISTINCT route FROM pipeline.lane) r
                            JOIN pipeline.upstream u ON u.route = r.route AND u.upstream_id = ANY(:ids::text[])
                           WHERE u.message < :below LIMIT :most)
                        SELECT m.id FROM hits h JOIN pipeline.message m ON m.id = h.message
                         WHERE m.account = ANY(:accounts::bigint[])
                         ORDER BY m.id DESC LIMIT :limit""")
                .param("ids", upstreamIds.toArray(String[]::new))
                .param("below", bounds.below())
                .param("most", MOST_HITS)
                .param("accounts", numbers(accounts))
                .param("limit", bounds.limit())
                .query(ID)
                .list();
    }

    @Override
    public List<Long> byPhone(Set<AccountId> accounts, String digits, Bounds bounds) {
        return byWeeks("recipient", digits, accounts, bounds);
    }

    @Override
    public List<Long> byReference(Set<AccountId> accounts, String reference, Bounds bounds) {
        return byWeeks("reference", reference, accounts, bounds);
    }

    /** Week by week from the newest, each by the summaries of its pages. */
    private List<Long> byWeeks(String column, String value, Set<AccountId> accounts, Bounds bounds) {
        return transactions.call(() -> {
            // Weeks that nobody has analysed yet would be read whole.
            jdbc.sql("SET LOCAL enable_seqscan = off").update();
            List<Long> found = new ArrayList<>();
            for (String week : weeks()) {
                long from = MessageId.floorOf(
                        LocalDate.parse(week.substring(week.length() - 8), DateTimeFormatter.BASIC_ISO_DATE)
                                .atStartOfDay(ZoneOffset.UTC)
                                .toInstant());
                boolean within = from < bounds.below() && from + WEEK > bounds.from();
                if (within && found.size() < bounds.limit()) {
                    found.addAll(ofWeek(week, column, value, accounts, bounds));
                }
            }
            return found.size() > bounds.limit() ? found.subList(0, bounds.limit()) : found;
        });
    }

    /** The newest first. */
    private List<String> weeks() {
        return jdbc.sql("""
                        SELECT c.relname FROM pg_inherits i JOIN pg_class c ON c.oid = i.inhrelid
                         WHERE i.inhparent = 'pipeline.message'::regclass AND c.relname ~ '^message_\\d{8}$'
                         ORDER BY c.relname DESC""").query((row, _) -> row.getString(1)).list();
    }

    private List<Long> ofWeek(String week, String column, String value, Set<AccountId> accounts, Bounds bounds) {
        // The hits by themselves: with the account, the ids or the order in it, a planner would walk all of the week's
        // messages by another index.
        return jdbc.sql("""
                        WITH hits AS MATERIALIZED (
                          SELECT id, account FROM pipeline.%s WHERE %s = :value LIMIT :most)
                        SELECT id FROM hits
                         WHERE account = ANY(:accounts::bigint[]) AND id >= :from AND id < :below
                         ORDER BY id DESC LIMIT :limit""".formatted(week, column))
                .param("value", value)
                .param("from", bounds.from())
                .param("below", bounds.below())
                .param("most", MOST_HITS)
                .param("accounts", numbers(accounts))
                .param("limit", bounds.limit())
                .query(ID)
                .list();
    }

    @Override
    public List<MessageView> views(Set<AccountId> accounts, List<Long> ids) {
        if (ids.isEmpty()) {
            return List.of();
        }
        return jdbc.sql(JdbcMessageReader.VIEW + """
                         WHERE m.id = ANY(:ids::bigint[]) AND m.id BETWEEN :lowest AND :highest
                           AND m.account = ANY(:accounts::bigint[]) ORDER BY m.id DESC""")
                .params(Range.of(ids))
                .param("accounts", numbers(accounts))
                .query((row, _) -> JdbcMessageReader.view(row))
                .list();
    }
}

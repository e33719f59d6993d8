package io.vestnik.platform.smsc.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.smsc.domain.RequestStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.LongStream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcRequestStore implements RequestStore {
    private final JdbcClient jdbc;

    JdbcRequestStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Who asked what. */
    private record Name(AccountId account, Digest digest) {
        static Name of(Request request) {
            return new Name(request.account(), request.digest());
        }

        static Name of(ResultSet row) throws SQLException {
            return new Name(new AccountId(row.getLong("account")), new Digest(row.getString("digest")));
        }
    }

    @Override
    @AcrossAccounts("each request carries the account that made it")
    public Map<Request, List<MessageId>> ask(List<Request> requests) {
        // In one order, so that nodes that are asked the same at the same moment do not wait for each other in a ring.
        Set<Name> noted = new HashSet<>(jdbc.sql("""
                        INSERT INTO smsc.request AS r (account, digest, at, first, count)
                        SELECT account, decode(digest, 'hex'), at, first, count
                          FROM unnest(:accounts::bigint[], :digests::text[], :ats::timestamptz[], :firsts::bigint[],
                                      :counts::integer[]) AS n(account, digest, at, first, count)
                         ORDER BY account, digest
                        ON CONFLICT (account, digest) DO UPDATE
                           SET at = excluded.at, first = excluded.first, count = excluded.count
                         WHERE r.at <= excluded.at - interval '1 minute'
                        RETURNING account, encode(digest, 'hex') AS digest""")
                .param(
                        "accounts",
                        requests.stream().mapToLong(it -> it.account().value()).toArray())
                .param("digests", digests(requests))
                .param("ats", requests.stream().map(it -> it.at().toString()).toArray(String[]::new))
                .param(
                        "firsts",
                        requests.stream().mapToLong(JdbcRequestStore::first).toArray())
                .param(
                        "counts",
                        requests.stream().mapToInt(it -> it.ids().size()).toArray())
                .query((row, _) -> Name.of(row))
                .list());
        return noted.size() == requests.size()
                ? Map.of()
                : before(requests.stream()
                        .filter(it -> !noted.contains(Name.of(it)))
                        .toList());
    }

    /** A statement of its own: what the other wrote meanwhile is not seen by the one that waited for it. */
    @AcrossAccounts("each request carries the account that made it")
    private Map<Request, List<MessageId>> before(List<Request> requests) {
        Map<Name, List<MessageId>> known = new HashMap<>();
        jdbc.sql("""
                SELECT r.account, encode(r.digest, 'hex') AS digest, r.first, r.count
                  FROM unnest(:accounts::bigint[], :digests::text[]) AS n(account, digest)
                  JOIN smsc.request r ON r.account = n.account AND r.digest = decode(n.digest, 'hex')""")
                .param(
                        "accounts",
                        requests.stream().mapToLong(it -> it.account().value()).toArray())
                .param("digests", digests(requests))
                .query(row -> {
                    long first = row.getLong("first");
                    known.put(
                            Name.of(row),
                            LongStream.range(first, first + row.getInt("count"))
                                    .mapToObj(MessageId::new)
                                    .toList());
                });
        Map<Request, List<MessageId>> before = new HashMap<>();
        requests.forEach(it -> before.put(it, known.getOrDefault(Name.of(it), List.of())));
        return before;
    }

    private static String[] digests(List<Request> requests) {
        return requests.stream().map(it -> it.digest().hex()).toArray(String[]::new);
    }

    @Override
    @AcrossAccounts("the request carries the account that made it")
    public void forget(Request request) {
        jdbc.sql("""
                DELETE FROM smsc.request
                 WHERE account = :account AND digest = decode(:digest, 'hex') AND first = :first
                   AND at = :at::timestamptz""")
                .param("account", request.account().value())
                .param("digest", request.digest().hex())
                .param("first", first(request))
                .param("at", request.at().toString())
                .update();
    }

    private static long first(Request request) {
        return request.first() == null ? 0 : request.first().value();
    }

    @Override
    @AcrossAccounts("a timer forgets what is old")
    public int sweep(Instant now, int most) {
        return jdbc.sql("""
                DELETE FROM smsc.request
                 WHERE ctid = ANY (ARRAY(SELECT ctid FROM smsc.request WHERE at <= :since LIMIT :most FOR UPDATE SKIP LOCKED))""")
                .param("since", now.minus(MINUTE).atOffset(ZoneOffset.UTC))
                .param("most", most)
                .update();
    }
}

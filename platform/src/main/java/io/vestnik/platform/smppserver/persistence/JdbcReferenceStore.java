package io.vestnik.platform.smppserver.persistence;

import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.smppserver.domain.ReferenceStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("references are noted by the number of a system id that a bind of its account has proven")
class JdbcReferenceStore implements ReferenceStore {
    private static final String SUBMITS = """
            WITH n AS MATERIALIZED (
              SELECT * FROM unnest(:systems::bigint[], :references::integer[], :digests::bytea[], :messages::bigint[])
                WITH ORDINALITY AS n(system, reference, digest, message, place))
            """;

    private final JdbcClient jdbc;

    JdbcReferenceStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<MessageId> note(List<Submitted> submits, Instant now, Instant forgotten) {
        Map<String, Object> columns = columns(submits);
        jdbc.sql(SUBMITS + """
                        INSERT INTO smppserver.resubmitted AS r (system, reference, digest, message, at)
                        SELECT DISTINCT ON (system, reference, digest) system, reference, digest, message, :now
                          FROM n ORDER BY system, reference, digest, place
                        ON CONFLICT (system, reference, digest) DO UPDATE SET message = excluded.message, at = excluded.at
                         WHERE r.at < :forgotten""")
                .params(columns)
                .param("now", time(now))
                .param("forgotten", time(forgotten))
                .update();
        return jdbc.sql(SUBMITS + """
                        SELECT r.message FROM n JOIN smppserver.resubmitted r USING (system, reference, digest)
                         ORDER BY n.place""")
                .params(columns)
                .query((row, _) -> new MessageId(row.getLong(1)))
                .list();
    }

    private static Map<String, Object> columns(List<Submitted> submits) {
        Map<String, Object> columns = new HashMap<>();
        columns.put("systems", submits.stream().map(Submitted::system).toArray(Long[]::new));
        columns.put("references", submits.stream().map(Submitted::reference).toArray(Integer[]::new));
        columns.put("digests", submits.stream().map(Submitted::digest).toArray(byte[][]::new));
        columns.put("messages", submits.stream().map(it -> it.fresh().value()).toArray(Long[]::new));
        return columns;
    }

    @Override
    public int forget(Instant before, int most) {
        return jdbc.sql("""
                DELETE FROM smppserver.resubmitted r
                 USING (SELECT system, reference, digest FROM smppserver.resubmitted WHERE at < :before LIMIT :most) AS old
                 WHERE r.system = old.system AND r.reference = old.reference AND r.digest = old.digest
                   AND r.at < :before""").param("before", time(before)).param("most", most).update();
    }

    private static OffsetDateTime time(Instant at) {
        return at.atOffset(ZoneOffset.UTC);
    }
}

package io.vestnik.platform.numbering.persistence;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.numbering.domain.Network;
import io.vestnik.platform.numbering.domain.PlanLoad;
import io.vestnik.platform.numbering.domain.PlanStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPlanStore implements PlanStore {
    private static final String LOAD =
            "SELECT id, ported, source, url, file, forced, who, job, state, reason, result, begun_at, ended_at FROM numbering.load";

    private static final int PAGE = 50_000;

    private final JdbcClient jdbc;

    JdbcPlanStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public long version() {
        return jdbc.sql("SELECT value FROM numbering.version").query(Long.class).single();
    }

    @Override
    public void ranges(RangeReader reader) {
        for (PlanLoad.Part part : parts()) {
            long after = 0;
            int read;
            do {
                long from = after;
                List<PlanRange> page = jdbc.sql("""
                                SELECT first, last, part, network, region
                                  FROM numbering.plan_range
                                 WHERE load = :load AND part = :part AND first > :after
                                 ORDER BY first
                                 LIMIT :most""")
                        .param("load", part.load())
                        .param("part", part.part())
                        .param("after", from)
                        .param("most", PAGE)
                        .query(JdbcPlanStore::range)
                        .list();
                page.forEach(reader::take);
                read = page.size();
                after = read == 0 ? after : page.getLast().first();
            } while (read == PAGE);
        }
    }

    @Override
    public void ported(PortedReader reader) {
        jdbc.sql("""
                        SELECT p.numbers, p.networks
                          FROM numbering.ported p JOIN numbering.part f ON f.part = 0 AND f.load = p.load
                         ORDER BY p.piece""").query(row -> {
            Long[] numbers = (Long[]) row.getArray("numbers").getArray();
            String[] networks = (String[]) row.getArray("networks").getArray();
            for (int i = 0; i < numbers.length; i++) {
                reader.take(numbers[i], networks[i]);
            }
        });
    }

    @Override
    public int portedCount() {
        return jdbc.sql("SELECT numbers FROM numbering.part WHERE part = 0")
                .query(Integer.class)
                .optional()
                .orElse(0);
    }

    @Override
    public Map<String, String> networks() {
        Map<String, String> names = new HashMap<>();
        jdbc.sql("SELECT code, name FROM numbering.network").query(row -> {
            names.put(row.getString(1), row.getString(2));
        });
        return names;
    }

    @Override
    public List<PlanLoad.Part> parts() {
        return jdbc.sql("""
                        SELECT p.part, p.load, l.source, p.ranges, p.numbers, p.since
                          FROM numbering.part p JOIN numbering.load l ON l.id = p.load
                         ORDER BY p.part""")
                .query((row, _) -> new PlanLoad.Part(
                        row.getInt("part"),
                        row.getLong("load"),
                        row.getString("source"),
                        row.getLong("ranges"),
                        row.getLong("numbers"),
                        row.getTimestamp("since").toInstant()))
                .list();
    }

    @Override
    public long begin(PlanLoad.Wish wish, Instant now) {
        FileId file = wish.file();
        return jdbc.sql("""
                        INSERT INTO numbering.load (ported, source, url, file, forced, who, begun_at)
                        VALUES (:ported, :source, :url, :file, :forced, :who, :now)
                        RETURNING id""")
                .param("ported", wish.ported())
                .param("source", wish.source())
                .param("url", wish.url())
                .param("file", file == null ? null : file.value(), Types.BIGINT)
                .param("forced", wish.forced())
                .param("who", wish.who())
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .single();
    }

    @Override
    public void started(long load, JobId job) {
        jdbc.sql("UPDATE numbering.load SET job = :job WHERE id = :id")
                .param("job", job.value())
                .param("id", load)
                .update();
    }

    @Override
    public Optional<PlanLoad> load(long id) {
        return jdbc.sql(LOAD + " WHERE id = :id")
                .param("id", id)
                .query(JdbcPlanStore::load)
                .optional();
    }

    @Override
    public List<PlanLoad> loads(int most) {
        return jdbc.sql(LOAD + " ORDER BY id DESC LIMIT :most")
                .param("most", most)
                .query(JdbcPlanStore::load)
                .list();
    }

    @Override
    public Optional<Instant> lastFrom(String url) {
        return jdbc.sql("SELECT begun_at FROM numbering.load WHERE url = :url ORDER BY id DESC LIMIT 1")
                .param("url", url)
                .query((row, _) -> row.getTimestamp(1).toInstant())
                .optional();
    }

    @Override
    public void fetched(long load, FileId file) {
        jdbc.sql("UPDATE numbering.load SET file = :file WHERE id = :id")
                .param("file", file.value())
                .param("id", load)
                .update();
    }

    @Override
    public void keep(long load, List<PlanRange> ranges) {
        jdbc.sql("""
                        INSERT INTO numbering.plan_range (load, first, last, part, network, region)
                        SELECT :load, n.first, n.last, n.part, n.network, n.region
                          FROM unnest(:firsts::bigint[], :lasts::bigint[], :parts::smallint[], :networks::text[],
                                      :regions::text[]) AS n(first, last, part, network, region)
                        ON CONFLICT (load, first) DO NOTHING""")
                .param("load", load)
                .param("firsts", ranges.stream().map(PlanRange::first).toArray(Long[]::new))
                .param("lasts", ranges.stream().map(PlanRange::last).toArray(Long[]::new))
                .param("parts", ranges.stream().map(PlanRange::part).toArray(Integer[]::new))
                .param("networks", texts(ranges, PlanRange::network))
                .param("regions", texts(ranges, PlanRange::region))
                .update();
    }

    @Override
    public void keep(long load, int piece, long[] numbers, String[] networks) {
        jdbc.sql("""
                        INSERT INTO numbering.ported (load, piece, numbers, networks)
                        VALUES (:load, :piece, :numbers::bigint[], :networks::text[])
                        ON CONFLICT (load, piece) DO NOTHING""")
                .param("load", load)
                .param("piece", piece)
                .param("numbers", Arrays.stream(numbers).boxed().toArray(Long[]::new))
                .param("networks", networks)
                .update();
    }

    @Override
    public long replace(Collection<PlanLoad.Part> parts, Collection<Network> networks) {
        List<Network> named = List.copyOf(networks);
        jdbc.sql("""
                        INSERT INTO numbering.network (code, name)
                        SELECT code, name FROM unnest(:codes::text[], :names::text[]) AS n(code, name) ORDER BY code
                        ON CONFLICT (code) DO UPDATE SET name = excluded.name""")
                .param("codes", texts(named, Network::code))
                .param("names", texts(named, Network::name))
                .update();
        List<PlanLoad.Part> all = List.copyOf(parts);
        jdbc.sql("""
                        INSERT INTO numbering.part (part, load, ranges, numbers, since)
                        SELECT part, load, ranges, numbers, since::timestamptz
                          FROM unnest(:parts::smallint[], :loads::bigint[], :ranges::bigint[], :numbers::bigint[],
                                      :since::text[]) AS n(part, load, ranges, numbers, since)
                        ON CONFLICT (part) DO UPDATE
                           SET load = excluded.load, ranges = excluded.ranges, numbers = excluded.numbers,
                               since = excluded.since""")
                .param("parts", all.stream().map(PlanLoad.Part::part).toArray(Integer[]::new))
                .param("loads", all.stream().map(PlanLoad.Part::load).toArray(Long[]::new))
                .param("ranges", all.stream().map(PlanLoad.Part::ranges).toArray(Long[]::new))
                .param("numbers", all.stream().map(PlanLoad.Part::numbers).toArray(Long[]::new))
                .param("since", texts(all, it -> it.since().toString()))
                .update();
        return jdbc.sql("UPDATE numbering.version SET value = value + 1 RETURNING value")
                .query(Long.class)
                .single();
    }

    @Override
    public void end(long load, PlanLoad.State state, @Nullable String reason, @Nullable String result, Instant now) {
        jdbc.sql("""
                        UPDATE numbering.load
                           SET state = :state, reason = :reason, result = :result, ended_at = :now
                         WHERE id = :id AND state = 1""")
                .param("state", number(state))
                .param("reason", reason)
                .param("result", result)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .param("id", load)
                .update();
    }

    @Override
    public int forgetOutlived(int most) {
        int ranges = jdbc.sql("""
                        DELETE FROM numbering.plan_range r
                         USING (SELECT r.load, r.first
                                  FROM numbering.load l JOIN numbering.plan_range r ON r.load = l.id
                                 WHERE l.state <> 1
                                   AND NOT EXISTS (SELECT FROM numbering.part p
                                                    WHERE p.load = r.load AND p.part = r.part)
                                 LIMIT :most) old
                         WHERE r.load = old.load AND r.first = old.first""").param("most", most).update();
        int pieces = jdbc.sql("""
                        DELETE FROM numbering.ported r
                         USING numbering.load l
                         WHERE l.id = r.load AND l.state <> 1
                           AND NOT EXISTS (SELECT FROM numbering.part p WHERE p.load = r.load AND p.part = 0)""").update();
        return ranges + pieces;
    }

    private static int number(PlanLoad.State state) {
        return switch (state) {
            case UNDER_WAY -> 1;
            case DONE -> 2;
            case REFUSED -> 3;
            case STOPPED -> 4;
        };
    }

    private static PlanLoad.State state(int number) {
        for (PlanLoad.State state : PlanLoad.State.values()) {
            if (number(state) == number) {
                return state;
            }
        }
        throw new IllegalArgumentException("Not a state of a load: " + number);
    }

    private static PlanLoad load(ResultSet row, int number) throws SQLException {
        long file = row.getLong("file");
        long job = row.getLong("job");
        Timestamp ended = row.getTimestamp("ended_at");
        return new PlanLoad(
                row.getLong("id"),
                row.getBoolean("ported"),
                row.getString("source"),
                row.getString("url"),
                file == 0 ? null : new FileId(file),
                row.getBoolean("forced"),
                row.getString("who"),
                job == 0 ? null : new JobId(job),
                state(row.getInt("state")),
                row.getString("reason"),
                row.getString("result"),
                row.getTimestamp("begun_at").toInstant(),
                ended == null ? null : ended.toInstant());
    }

    private static PlanRange range(ResultSet row, int number) throws SQLException {
        return new PlanRange(
                row.getLong("first"),
                row.getLong("last"),
                row.getInt("part"),
                row.getString("network"),
                row.getString("region"));
    }

    private static <T> @Nullable String[] texts(List<T> rows, Function<T, @Nullable String> column) {
        @Nullable String[] values = new String[rows.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(rows.get(i));
        }
        return values;
    }
}

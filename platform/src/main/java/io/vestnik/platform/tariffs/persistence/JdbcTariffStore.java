package io.vestnik.platform.tariffs.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.AcrossAccounts;
import io.vestnik.platform.tariffs.domain.Direction;
import io.vestnik.platform.tariffs.domain.PriceBook;
import io.vestnik.platform.tariffs.domain.PriceLine;
import io.vestnik.platform.tariffs.domain.PriceList;
import io.vestnik.platform.tariffs.domain.Tariff;
import io.vestnik.platform.tariffs.domain.TariffStore;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Tariffs in PostgreSQL. */
@Repository
class JdbcTariffStore implements TariffStore {
    private final JdbcClient jdbc;
    private final Clock clock;

    JdbcTariffStore(JdbcClient jdbc, Clock clock) {
        this.jdbc = jdbc;
        this.clock = clock;
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public long version(Instant now) {
        return jdbc.sql("""
                SELECT v.value + (SELECT count(*) FROM tariffs.price_line WHERE valid_from <= :now)
                  FROM tariffs.version v""")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public PriceBook book(Instant now) {
        Map<Long, String> currencies = new HashMap<>();
        jdbc.sql("SELECT id, currency FROM tariffs.tariff").query(row -> {
            currencies.put(row.getLong(1), row.getString(2));
        });
        Map<Long, List<PriceLine>> lines = new HashMap<>();
        jdbc.sql("""
                SELECT DISTINCT ON (tariff, direction, traffic)
                       tariff, id, direction, label, traffic, (price * 10000)::bigint AS units, charge, valid_from
                  FROM tariffs.price_line
                 WHERE valid_from <= :now
                 ORDER BY tariff, direction, traffic, valid_from DESC, id DESC""").param("now", now.atOffset(ZoneOffset.UTC)).query(row -> {
            lines.computeIfAbsent(row.getLong("tariff"), _ -> new ArrayList<>()).add(line(row));
        });
        Map<Long, PriceList> lists = new HashMap<>();
        currencies.forEach((id, currency) -> lists.put(id, new PriceList(currency, lines.getOrDefault(id, List.of()))));
        return new PriceBook(
                lists,
                owners("SELECT account, tariff FROM tariffs.assignment"),
                owners("SELECT owner, tariff FROM tariffs.default_tariff"));
    }

    private Map<AccountId, Long> owners(String sql) {
        Map<AccountId, Long> owners = new HashMap<>();
        jdbc.sql(sql).query(row -> {
            owners.put(new AccountId(row.getLong(1)), row.getLong(2));
        });
        return owners;
    }

    @Override
    public long add(AccountId owner, String name, String currency) {
        return jdbc.sql("""
                INSERT INTO tariffs.tariff (owner, name, currency, created_at)
                VALUES (:owner, :name, :currency, :now) RETURNING id""")
                .param("owner", owner.value())
                .param("name", name)
                .param("currency", currency)
                .param("now", now())
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    public boolean addLine(AccountId owner, long tariff, PriceLine line, String by) {
        return jdbc.sql("""
                        INSERT INTO tariffs.price_line
                               (tariff, direction, label, traffic, price, charge, valid_from, made_at, made_by)
                        SELECT id, :direction, :label, :traffic, :price, :charge, :from, :now, :by
                          FROM tariffs.tariff WHERE id = :tariff AND owner = :owner""")
                        .param("tariff", tariff)
                        .param("owner", owner.value())
                        .param("direction", line.direction().code())
                        .param("label", line.label())
                        .param("traffic", PriceLine.stored(line.traffic()))
                        .param("price", line.price().toDecimal())
                        .param("charge", PriceLine.number(line.charge()))
                        .param("from", line.validFrom().atOffset(ZoneOffset.UTC))
                        .param("now", now())
                        .param("by", by)
                        .update()
                == 1;
    }

    @Override
    public boolean assign(AccountId owner, long tariff, AccountId account) {
        return jdbc.sql("""
                        INSERT INTO tariffs.assignment (account, tariff)
                        SELECT :account, id FROM tariffs.tariff WHERE id = :tariff AND owner = :owner
                        ON CONFLICT (account) DO UPDATE SET tariff = excluded.tariff""")
                        .param("account", account.value())
                        .param("tariff", tariff)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    @Override
    public boolean makeUsual(AccountId owner, long tariff) {
        return jdbc.sql("""
                        INSERT INTO tariffs.default_tariff (owner, tariff)
                        SELECT owner, id FROM tariffs.tariff WHERE id = :tariff AND owner = :owner
                        ON CONFLICT (owner) DO UPDATE SET tariff = excluded.tariff""")
                        .param("tariff", tariff)
                        .param("owner", owner.value())
                        .update()
                == 1;
    }

    @Override
    public List<Tariff> list(AccountId owner, int limit) {
        return jdbc.sql(TARIFF + " WHERE t.owner = :owner ORDER BY t.name, t.id LIMIT :limit")
                .param("owner", owner.value())
                .param("limit", limit)
                .param("now", now())
                .query((row, _) -> tariff(row))
                .list();
    }

    @Override
    public Optional<Tariff> find(AccountId owner, long tariff) {
        return jdbc.sql(TARIFF + " WHERE t.owner = :owner AND t.id = :tariff")
                .param("owner", owner.value())
                .param("tariff", tariff)
                .param("now", now())
                .query((row, _) -> tariff(row))
                .optional();
    }

    @Override
    public List<PriceLine> lines(AccountId owner, long tariff, int limit) {
        return jdbc.sql("""
                SELECT l.id, l.direction, l.label, l.traffic, (l.price * 10000)::bigint AS units, l.charge, l.valid_from
                  FROM tariffs.price_line l JOIN tariffs.tariff t ON t.id = l.tariff
                 WHERE l.tariff = :tariff AND t.owner = :owner
                   AND NOT EXISTS (SELECT FROM tariffs.price_line n
                                    WHERE n.tariff = l.tariff AND n.direction = l.direction AND n.traffic = l.traffic
                                      AND n.valid_from <= :now
                                      AND (n.valid_from, n.id) > (l.valid_from, l.id))
                 ORDER BY l.direction, l.traffic, l.valid_from, l.id
                 LIMIT :limit""")
                .param("tariff", tariff)
                .param("owner", owner.value())
                .param("now", now())
                .param("limit", limit)
                .query((row, _) -> line(row))
                .list();
    }

    private static final String TARIFF = """
            SELECT t.id, t.owner, t.name, t.currency,
                   (SELECT count(DISTINCT (l.direction, l.traffic)) FROM tariffs.price_line l
                     WHERE l.tariff = t.id AND l.valid_from <= :now) AS lines,
                   (SELECT count(*) FROM tariffs.assignment a WHERE a.tariff = t.id) AS accounts,
                   EXISTS (SELECT FROM tariffs.default_tariff d WHERE d.owner = t.owner AND d.tariff = t.id) AS usual
              FROM tariffs.tariff t""";

    private static Tariff tariff(ResultSet row) throws SQLException {
        return new Tariff(
                row.getLong("id"),
                new AccountId(row.getLong("owner")),
                row.getString("name"),
                row.getString("currency"),
                row.getInt("lines"),
                row.getInt("accounts"),
                row.getBoolean("usual"));
    }

    private static PriceLine line(ResultSet row) throws SQLException {
        return new PriceLine(
                row.getLong("id"),
                new Direction(row.getString("direction")),
                row.getString("label"),
                PriceLine.traffic(row.getString("traffic")),
                new Money(row.getLong("units")),
                PriceLine.charge(row.getInt("charge")),
                row.getObject("valid_from", OffsetDateTime.class).toInstant());
    }

    private OffsetDateTime now() {
        return clock.instant().atOffset(ZoneOffset.UTC);
    }
}

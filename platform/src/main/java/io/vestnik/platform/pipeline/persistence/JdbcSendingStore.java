package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.pipeline.domain.SendingStore;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalTime;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcSendingStore implements SendingStore {
    private final JdbcClient jdbc;

    JdbcSendingStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public long version() {
        return jdbc.sql("SELECT value FROM pipeline.sending_version")
                .query((row, _) -> row.getLong(1))
                .single();
    }

    @Override
    @AcrossAccounts("the snapshot of all is asked by account")
    public List<Settled> all() {
        return jdbc.sql("SELECT * FROM pipeline.sending_terms")
                .query(JdbcSendingStore::settled)
                .list();
    }

    @Override
    public Optional<Settled> find(AccountId account) {
        return jdbc.sql("SELECT * FROM pipeline.sending_terms WHERE account = :account")
                .param("account", account.value())
                .query(JdbcSendingStore::settled)
                .optional();
    }

    private static Settled settled(ResultSet row, int ignored) throws SQLException {
        return new Settled(
                new AccountId(row.getLong("account")),
                row.getInt("version"),
                new SendingTerms(
                        allowed(row),
                        row.getBoolean("home_only"),
                        row.getString("sender"),
                        Duration.ofMinutes(row.getInt("validity")),
                        row.getBoolean("short_links"),
                        row.getBoolean("test"),
                        row.getBoolean("quiet"),
                        row.getBoolean("not_on_holidays")),
                row.getBoolean("below"));
    }

    private static SendingTerms.@Nullable Allowed allowed(ResultSet row) throws SQLException {
        if (row.getArray("days") == null) {
            return null;
        }
        Short[] days = (Short[]) row.getArray("days").getArray();
        return new SendingTerms.Allowed(
                new Hours(
                        row.getObject("hours_from", LocalTime.class),
                        row.getObject("hours_to", LocalTime.class),
                        Arrays.stream(days).map(DayOfWeek::of).collect(Collectors.toSet())),
                row.getBoolean("refuses") ? Outside.REFUSE : Outside.WAIT,
                row.getBoolean("transactional"));
    }

    @Override
    public boolean keep(AccountId account, int seen, SendingTerms terms, boolean below) {
        SendingTerms.Allowed allowed = terms.allowed();
        Hours hours = terms.hours();
        return jdbc.sql(seen == 0 ? """
                        INSERT INTO pipeline.sending_terms (account, below, hours_from, hours_to, days, refuses, transactional,
                               home_only, sender, validity, short_links, test, quiet, not_on_holidays)
                        VALUES (:account, :below, :from, :to, :days::smallint[], :refuses, :transactional,
                               :home_only, :sender, :validity, :short_links, :test, :quiet, :not_on_holidays)
                        ON CONFLICT (account) DO NOTHING""" : """
                        UPDATE pipeline.sending_terms
                           SET version = version + 1, below = :below, hours_from = :from, hours_to = :to,
                               days = :days::smallint[], refuses = :refuses, transactional = :transactional,
                               home_only = :home_only, sender = :sender, validity = :validity, short_links = :short_links,
                               test = :test, quiet = :quiet, not_on_holidays = :not_on_holidays
                         WHERE account = :account AND version = :seen""")
                        .param("account", account.value())
                        .param("seen", seen)
                        .param("below", below)
                        .param("from", hours == null ? null : hours.from(), java.sql.Types.TIME)
                        .param("to", hours == null ? null : hours.to(), java.sql.Types.TIME)
                        .param("days", hours == null ? null : days(hours))
                        .param("refuses", allowed != null && allowed.outside() == Outside.REFUSE)
                        .param("transactional", allowed != null && allowed.transactional())
                        .param("home_only", terms.homeOnly())
                        .param("sender", terms.sender(), java.sql.Types.VARCHAR)
                        .param("validity", terms.validity().toMinutes())
                        .param("short_links", terms.shortLinks())
                        .param("test", terms.test())
                        .param("quiet", terms.quiet())
                        .param("not_on_holidays", terms.notOnHolidays())
                        .update()
                == 1;
    }

    private static Short[] days(Hours hours) {
        return hours.days().stream()
                .map(DayOfWeek::getValue)
                .sorted()
                .map(Integer::shortValue)
                .toArray(Short[]::new);
    }

    @Override
    public boolean forget(AccountId account, int seen) {
        return jdbc.sql("DELETE FROM pipeline.sending_terms WHERE account = :account AND version = :seen")
                        .param("account", account.value())
                        .param("seen", seen)
                        .update()
                == 1;
    }
}

package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.store.AcrossAccounts;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.sql.Types;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeople implements People {

    private static final String COLUMNS =
            "id, account, login, email, name, role, password, stamp, active, signed_in_at, version";
    private static final String FOUND = """
            account = :account AND (:search = '' OR strpos(login, lower(:search)) > 0 OR strpos(lower(name), lower(:search)) > 0)""";

    private final JdbcClient jdbc;

    JdbcPeople(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    @AcrossAccounts("signing in says whose it is")
    public Optional<Credentials> byLogin(String login) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.person WHERE login = :login")
                .param("login", login)
                .query(JdbcPeople::credentials)
                .optional();
    }

    @Override
    @AcrossAccounts("the session names the person")
    public Optional<Person> byId(UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.person WHERE id = :id")
                .param("id", id.value())
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    @AcrossAccounts("who forgot the password does not know the account either")
    public List<Person> byEmail(String email, int most) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.person WHERE lower(email) = lower(:email) AND active"
                        + " ORDER BY id LIMIT :most")
                .param("email", email)
                .param("most", most)
                .query(JdbcPeople::person)
                .list();
    }

    @Override
    public Optional<Credentials> of(AccountId account, UserId id) {
        return jdbc.sql("SELECT " + COLUMNS + " FROM accounts.person WHERE id = :id AND account = :account")
                .param("id", id.value())
                .param("account", account.value())
                .query(JdbcPeople::credentials)
                .optional();
    }

    @Override
    public Slice<Person> list(AccountId account, String search, @Nullable String after, int limit) {
        return Slice.of(
                jdbc.sql("SELECT " + COLUMNS + " FROM accounts.person WHERE " + FOUND
                                + " AND id > :after ORDER BY id LIMIT :limit")
                        .param("account", account.value())
                        .param("search", search)
                        .param("after", Cursor.number(after, 0))
                        .param("limit", limit + 1)
                        .query(JdbcPeople::person)
                        .list(),
                limit,
                it -> it.id().toString());
    }

    @Override
    public long count(AccountId account, String search) {
        return jdbc.sql("SELECT count(*) FROM accounts.person WHERE " + FOUND)
                .param("account", account.value())
                .param("search", search)
                .query(Long.class)
                .single();
    }

    @Override
    public Optional<Person> add(NewPerson person, Instant at) {
        return jdbc.sql("""
                        INSERT INTO accounts.person (account, login, email, name, role, password, created_at)
                        VALUES (:account, :login, :email, :name, :role, :password, :at)
                        ON CONFLICT (login) DO NOTHING
                        RETURNING id, account, login, email, name, role, password, stamp, active, signed_in_at, version""")
                .param("account", person.account().value())
                .param("login", person.login())
                .param("email", person.email(), Types.VARCHAR)
                .param("name", person.name())
                .param("role", person.role().name())
                .param("password", person.hash())
                .param("at", at.atOffset(ZoneOffset.UTC))
                .query(JdbcPeople::person)
                .optional();
    }

    @Override
    public boolean change(Person person, Role role, boolean active) {
        return jdbc.sql("""
                        UPDATE accounts.person SET role = :role, active = :active, version = version + 1
                         WHERE id = :id AND account = :account AND version = :version""")
                        .param("role", role.name())
                        .param("active", active)
                        .param("id", person.id().value())
                        .param("account", person.account().value())
                        .param("version", person.version())
                        .update()
                == 1;
    }

    @Override
    public boolean email(Person person, @Nullable String email) {
        return jdbc.sql("""
                        UPDATE accounts.person SET email = :email, version = version + 1
                         WHERE id = :id AND account = :account AND version = :version""")
                        .param("email", email)
                        .param("id", person.id().value())
                        .param("account", person.account().value())
                        .param("version", person.version())
                        .update()
                == 1;
    }

    @Override
    @AcrossAccounts("the link or the session names the person")
    public void password(UserId id, String hash) {
        jdbc.sql("UPDATE accounts.person SET password = :hash, stamp = stamp + 1 WHERE id = :id")
                .param("hash", hash)
                .param("id", id.value())
                .update();
    }

    @Override
    @AcrossAccounts("the session names the person")
    public void signedIn(UserId id, Instant at) {
        jdbc.sql("UPDATE accounts.person SET signed_in_at = :at WHERE id = :id")
                .param("at", at.atOffset(ZoneOffset.UTC))
                .param("id", id.value())
                .update();
    }

    @Override
    public int lockOwners(AccountId account) {
        return jdbc.sql("""
                        SELECT id FROM accounts.person WHERE account = :account AND role = 'OWNER' AND active
                         ORDER BY id FOR UPDATE""")
                .param("account", account.value())
                .query(Long.class)
                .list()
                .size();
    }

    private static Credentials credentials(ResultSet row, int number) throws SQLException {
        return new Credentials(person(row, number), row.getString("password"));
    }

    private static Person person(ResultSet row, int number) throws SQLException {
        Timestamp signedIn = row.getTimestamp("signed_in_at");
        return new Person(
                new UserId(row.getLong("id")),
                new AccountId(row.getLong("account")),
                row.getString("login"),
                row.getString("email"),
                row.getString("name"),
                Role.valueOf(row.getString("role")),
                row.getBoolean("active"),
                row.getInt("stamp"),
                row.getInt("version"),
                signedIn == null ? null : signedIn.toInstant());
    }
}

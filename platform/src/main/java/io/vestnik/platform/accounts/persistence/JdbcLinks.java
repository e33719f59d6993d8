package io.vestnik.platform.accounts.persistence;

import io.vestnik.platform.accounts.domain.LinkStore;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.store.AcrossAccounts;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcLinks implements LinkStore {

    private final JdbcClient jdbc;

    JdbcLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public void keep(byte[] digest, Person person, Instant now, Instant until) {
        jdbc.sql("DELETE FROM accounts.password_link WHERE until <= :now")
                .param("now", now.atOffset(ZoneOffset.UTC))
                .update();
        jdbc.sql("""
                        INSERT INTO accounts.password_link (digest, person, stamp, until)
                        VALUES (:digest, :person, :stamp, :until)""")
                .param("digest", digest)
                .param("person", person.id().value())
                .param("stamp", person.stamp())
                .param("until", until.atOffset(ZoneOffset.UTC))
                .update();
    }

    @Override
    @AcrossAccounts("the secret of the link says whose it is")
    public Optional<UserId> find(byte[] digest, Instant now) {
        return jdbc.sql("""
                        SELECT p.id FROM accounts.password_link l JOIN accounts.person p ON p.id = l.person
                         WHERE l.digest = :digest AND l.until > :now AND p.stamp = l.stamp AND p.active""")
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }

    @Override
    @AcrossAccounts("the secret of the link says whose it is")
    public Optional<UserId> take(byte[] digest, Instant now) {
        return jdbc.sql("""
                        DELETE FROM accounts.password_link l USING accounts.person p
                         WHERE l.digest = :digest AND l.until > :now AND p.id = l.person AND p.stamp = l.stamp AND p.active
                        RETURNING p.id""")
                .param("digest", digest)
                .param("now", now.atOffset(ZoneOffset.UTC))
                .query(Long.class)
                .optional()
                .map(UserId::new);
    }
}

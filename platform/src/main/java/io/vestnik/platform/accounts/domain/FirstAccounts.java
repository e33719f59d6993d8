package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.StoreSettings;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/**
 * Opens the first accounts of a new installation: the operator alone, or a demonstration with a partner and a client when
 * {@code vestnik.demo=true}. The passwords are random and kept in a file that only its owner may read.
 */
@Component
@Order(10)
class FirstAccounts implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(FirstAccounts.class);
    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");
    private static final String CURRENCY = "RUB";
    private static final String COUNTRY = "RU";

    private final AccountBook book;
    private final People people;
    private final FirstSecrets secrets;
    private final Deeds deeds;
    private final boolean demo;

    FirstAccounts(
            AccountBook book,
            People people,
            FirstSecrets secrets,
            Deeds deeds,
            @Value("${vestnik.demo:false}") boolean demo) {
        this.book = book;
        this.people = people;
        this.secrets = secrets;
        this.deeds = deeds;
        this.demo = demo;
    }

    /** What is made up for new people, and where it is written down. */
    @Component
    static class FirstSecrets {
        private final Passwords passwords;
        private final KeyRing keys;
        private final ApiAccess api;
        private final Rights rights;
        private final Path data;

        FirstSecrets(Passwords passwords, KeyRing keys, ApiAccess api, Rights rights, StoreSettings settings) {
            this.passwords = passwords;
            this.keys = keys;
            this.api = api;
            this.rights = rights;
            this.data = settings.data().toAbsolutePath();
        }

        private void write(String file, Map<String, String> properties) {
            String text = properties.entrySet().stream()
                    .map(it -> it.getKey() + "=" + it.getValue() + "\n")
                    .collect(Collectors.joining());
            try {
                PrivateFile.replace(data.resolve(file), text);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        if (book.empty()) {
            Pool.BACKGROUND.run(this::open);
        }
    }

    private void open() {
        Map<String, String> written = new LinkedHashMap<>();
        deeds.together(() -> {
            AccountId operator = account(AccountKind.OPERATOR, null, "Vestnik");
            owner("operator", operator, AccountKind.OPERATOR, "Оператор", written);
            if (demo) {
                AccountId partner = account(AccountKind.PARTNER, operator, "Партнёр «Север»");
                owner("partner", partner, AccountKind.PARTNER, "Пётр Северов", written);
                AccountId client = account(AccountKind.CLIENT, partner, "Магазин «Ромашка»");
                Who who = owner("client", client, AccountKind.CLIENT, "Анна Смирнова", written);
                written.put(
                        "client.token",
                        secrets.keys.create(who, "demo", Role.OWNER).orElseThrow());
                if (secrets.api.issue(who, "demo", Duration.ZERO)
                        instanceof ApiAccess.Answer.Given(String login, String password)) {
                    written.put("client.api.login", login);
                    written.put("client.api.password", password);
                }
            }
            // Before the commit: an account whose password nobody knows would be lost; a file too many is only
            // replaced.
            secrets.write(file(), written);
            return operator;
        });
        book.refresh();
        log.info("First start: the sign-in of the operator is in {} of the data folder", file());
    }

    private AccountId account(AccountKind kind, @Nullable AccountId parent, String name) {
        return book.open(new AccountBook.NewAccount(kind, parent, name, CURRENCY, MOSCOW, COUNTRY), deeds.now());
    }

    private Who owner(String login, AccountId account, AccountKind kind, String name, Map<String, String> written) {
        String password = secrets.passwords.generate();
        Person person = people.add(
                        new People.NewPerson(account, login, null, name, Role.OWNER, secrets.passwords.hash(password)),
                        deeds.now())
                .orElseThrow();
        written.put(login + ".login", login);
        written.put(login + ".password", password);
        return new Who(account, person.id(), null, name, secrets.rights.of(kind, Role.OWNER));
    }

    private String file() {
        return demo ? "demo.properties" : "first-sign-in.properties";
    }
}

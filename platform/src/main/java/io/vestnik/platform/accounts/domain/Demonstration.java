package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.store.Pool;
import java.util.Comparator;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Lets each module fill the demonstration once; one that was interrupted is taken up at the next start. */
@Component
@ConditionalOnProperty("vestnik.demo")
@Order(20)
class Demonstration implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(Demonstration.class);

    private final ObjectProvider<DemoData> modules;
    private final AccountBook book;
    private final Present present;
    private final Deeds deeds;

    Demonstration(ObjectProvider<DemoData> modules, AccountBook book, Present present, Deeds deeds) {
        this.modules = modules;
        this.book = book;
        this.present = present;
        this.deeds = deeds;
    }

    /** Finds the people of the demonstration. */
    @Component
    @ConditionalOnProperty("vestnik.demo")
    static class Present {
        private final People people;
        private final Accounts accounts;
        private final Rights rights;

        Present(People people, Accounts accounts, Rights rights) {
            this.people = people;
            this.accounts = accounts;
            this.rights = rights;
        }

        private Who who(String login) {
            Person person = people.byLogin(login)
                    .map(People.Credentials::person)
                    .orElseThrow(() -> new IllegalStateException(
                            "vestnik.demo=true needs a new data folder: this one has accounts of its own"));
            Account account = accounts.get(person.account());
            return new Who(account.id(), person.id(), null, person.name(), rights.of(account.kind(), person.role()));
        }
    }

    @Override
    public void run(ApplicationArguments arguments) {
        Pool.BACKGROUND.run(this::fill);
    }

    private void fill() {
        DemoAccounts accounts =
                new DemoAccounts(present.who("operator"), present.who("partner"), present.who("client"));
        List<DemoData> all = modules.stream()
                .sorted(Comparator.comparingInt(DemoData::order))
                .toList();
        for (DemoData each : all) {
            boolean filled = deeds.together(() -> {
                boolean first = book.firstTime(each.getClass().getName());
                if (first) {
                    each.seed(accounts);
                }
                return first;
            });
            if (filled) {
                log.debug("The demonstration is filled by {}", each.getClass().getSimpleName());
            }
        }
    }
}

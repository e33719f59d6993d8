package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.store.Where;
import java.time.Clock;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What an account's country, its day and the numbering plan make of what people write. */
@Component
public class LoadRules {
    private final Accounts accounts;
    private final Numbering numbering;
    private final Fields fields;
    private final Clock clock;

    LoadRules(Accounts accounts, Numbering numbering, Fields fields, Clock clock) {
        this.accounts = accounts;
        this.numbering = numbering;
        this.fields = fields;
        this.clock = clock;
    }

    /** Whose numbers those without a country code are. */
    public Country home(AccountId account) {
        return new Country(accounts.get(account).country());
    }

    /** The day where the account is. */
    public LocalDate today(AccountId account) {
        return LocalDate.ofInstant(clock.instant(), accounts.get(account).zone());
    }

    /** The day where the account is, and its days. */
    public Where.Today days(AccountId account) {
        return new Where.Today(today(account), accounts.get(account).zone());
    }

    /** A contact with the origin of its phone. */
    public NewContact contact(String phone, Person person) {
        return new NewContact(phone, person, numbering.of(phone));
    }

    /** Guesses what the columns of an account's tables are. */
    ColumnGuess guess(AccountId id) {
        Account account = accounts.get(id);
        return new ColumnGuess(
                new Country(account.country()), LocalDate.ofInstant(clock.instant(), account.zone()), fields.shown(id));
    }

    /** Readers of the consents of a load, by the places of the sheets that tell when people agreed. */
    Map<Integer, ConsentReader> agreed(AccountId account, Load load) {
        Contacts.Agreed agreed = load.agreed();
        if (agreed == null) {
            return Map.of();
        }
        Map<Integer, ConsentReader> readers = new HashMap<>();
        for (int i = 0; i < load.sheets().size(); i++) {
            Map<Integer, String> columns = load.sheets().get(i).columns();
            if (agreed.at() != null || columns.containsValue(ConsentColumn.AT.key())) {
                readers.put(
                        i,
                        new ConsentReader(columns, agreed, accounts.get(account).zone(), clock.instant()));
            }
        }
        return readers;
    }

    /** One reader a sheet of a load, in their order. */
    List<RowReader> readers(AccountId id, Load load) {
        Account account = accounts.get(id);
        LocalDate today = LocalDate.ofInstant(clock.instant(), account.zone());
        List<NamedField> known = fields.all(id);
        return load.sheets().stream()
                .map(sheet -> new RowReader(sheet, known, new Country(account.country()), today))
                .toList();
    }
}

package io.vestnik.platform.api;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import org.springframework.stereotype.Component;

/** Reads numbers as the account's country writes them. */
@Component
class Phones {
    private final Accounts accounts;

    Phones(Accounts accounts) {
        this.accounts = accounts;
    }

    Country home(AccountId account) {
        return new Country(accounts.get(account).country());
    }

    /** The digits of a number; empty for what is none. */
    static String digits(String written, Country home) {
        return switch (PhoneNumber.parse(written, home)) {
            case ParseResult.Parsed parsed -> parsed.number().digits();
            case ParseResult.Refused _ -> "";
        };
    }
}

package io.vestnik.platform.accounts;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Whom letters about the affairs of an account go to. */
public interface Addressees {
    /** How many at most: a letter is no campaign. */
    int MOST = 20;

    /** People of the account who may do this, are not blocked and have an e-mail; nobody of one that is closed. */
    List<Addressee> of(AccountId account, String right);

    /** One of them. */
    record Addressee(String email, String name) {
        @Override
        public String toString() {
            return "Addressee[email=***]";
        }
    }
}

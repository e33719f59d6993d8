package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.ApiPasswords;
import io.vestnik.platform.accounts.Keys;
import io.vestnik.platform.smsc.wire.Params;
import org.springframework.stereotype.Component;

/**
 * Lets programs in by {@code login} and {@code psw}, or by a key in place of both: in {@code apikey}, or as {@code psw} without a login, as
 * some libraries send it.
 */
@Component
class Entrance {
    private static final int LONGEST = 200;

    private final ApiPasswords passwords;
    private final Keys keys;

    Entrance(ApiPasswords passwords, Keys keys) {
        this.passwords = passwords;
        this.keys = keys;
    }

    Admission admit(Params params, String address) {
        String key = params.get("apikey");
        String login = params.get("login");
        String password = params.get("psw");
        if (key.length() > LONGEST || login.length() > LONGEST || password.length() > LONGEST) {
            return new Admission.Refused(Admission.Reason.UNKNOWN, null);
        }
        if (key.isEmpty() && login.isEmpty()) {
            return keys.admit(password, address);
        }
        return key.isEmpty() ? passwords.admit(login, password, address) : keys.admit(key, address);
    }
}

package io.vestnik.platform.smppserver.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.senders.Senders;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.Ton;
import org.springframework.stereotype.Component;

/** Reads the ends of a message. */
@Component
class MessageEnds {
    /** What programs write for no name of their own. */
    private static final String NONE = ".";

    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private final Accounts accounts;
    private final SendingRules rules;
    private final Senders senders;

    MessageEnds(Accounts accounts, SendingRules rules, Senders senders) {
        this.accounts = accounts;
        this.rules = rules;
        this.senders = senders;
    }

    /**
     * As it is written; where nothing is, the usual one of the account, and where that is none or a dot stands for no name, the first
     * that the account may use. Empty where it may use none.
     */
    String sender(AccountId account, Address source) {
        String written = source.digits();
        if (!written.isEmpty() && !written.equals(NONE)) {
            return written;
        }
        String usual = written.isEmpty() ? rules.of(account).sender() : null;
        return usual == null ? senders.names(account).stream().findFirst().orElse("") : usual;
    }

    /** Its digits; empty for what is no number. A number of the account's own country may be written as at home. */
    String recipient(AccountId account, Address written) {
        String digits = written.digits();
        boolean whole = written.ton() == Ton.INTERNATIONAL || (!digits.startsWith("8") && !digits.startsWith("0"));
        if (whole && written.ton() != Ton.NATIONAL && isNumber(digits)) {
            return digits;
        }
        String said = written.ton() == Ton.INTERNATIONAL && !digits.startsWith("+") ? "+" + digits : digits;
        Country home = new Country(accounts.get(account).country());
        return switch (PhoneNumber.parse(said, home)) {
            case ParseResult.Parsed parsed -> parsed.number().digits();
            case ParseResult.Refused _ -> "";
        };
    }

    private static boolean isNumber(String digits) {
        int length = digits.length();
        if (length < FEWEST_DIGITS || length > MOST_DIGITS || digits.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }
}

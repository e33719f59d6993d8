package io.vestnik.platform.notices;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.campaigns.ApprovalAsked;
import io.vestnik.platform.campaigns.ApprovalGiven;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.PublicAddress;
import java.util.Locale;
import org.springframework.context.MessageSource;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells by mail whoever may say yes that a campaign waits for it, and whoever may send what was said; after the commit, and outside of
 * any transaction.
 */
class ApprovalLetters {
    private static final String APPROVE = "campaigns:approve";
    private static final String START = "campaigns:start";

    private final Mail mail;
    private final Addressees addressees;
    private final Accounts accounts;
    private final PublicAddress address;
    private final MessageSource texts;

    ApprovalLetters(Mail mail, Addressees addressees, Accounts accounts, PublicAddress address, MessageSource texts) {
        this.mail = mail;
        this.addressees = addressees;
        this.accounts = accounts;
        this.address = address;
        this.texts = texts;
    }

    @Async
    @TransactionalEventListener
    public void on(ApprovalAsked asked) {
        tell(
                asked.account(),
                APPROVE,
                "notices.approval.asked",
                asked.name(),
                asked.by(),
                address.of("/campaigns/" + asked.campaign()),
                asked.recipients(),
                asked.cost().toDecimal().stripTrailingZeros().toPlainString());
    }

    @Async
    @TransactionalEventListener
    public void on(ApprovalGiven given) {
        tell(
                given.account(),
                START,
                given.yes() ? "notices.approval.yes" : "notices.approval.no",
                given.name(),
                given.by(),
                address.of("/campaigns/" + given.campaign()),
                given.comment());
    }

    private void tell(AccountId id, String right, String key, Object... facts) {
        if (mail.on()) {
            Account account = accounts.get(id);
            addressees.of(id, right).forEach(one -> mail.send(letter(account, one, key, facts)));
        }
    }

    private Letter letter(Account account, Addressee to, String key, Object... facts) {
        // Nobody keeps in which language a person reads: the country of the account tells.
        Locale language = account.country().equals("RU") ? Locale.of("ru") : Locale.ENGLISH;
        return new Letter(
                to.email(),
                texts.getMessage(key + ".subject", null, language),
                texts.getMessage(key + ".text", facts, language));
    }
}

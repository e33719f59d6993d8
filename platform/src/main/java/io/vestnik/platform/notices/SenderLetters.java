package io.vestnik.platform.notices;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.PaperRefused;
import io.vestnik.platform.senders.SenderAnswered;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells by mail whoever may ask for sender names what was answered, and which paper is needed anew; after the commit, and outside of any
 * transaction. What was approved while it was asked for is known to who asked.
 */
class SenderLetters {
    private static final String ASKING = "senders:request";

    private final AffairLetters letters;

    SenderLetters(AffairLetters letters) {
        this.letters = letters;
    }

    @Async
    @TransactionalEventListener
    public void on(SenderAnswered answered) {
        if (answered.asked()) {
            tell(answered.account(), "notices.sender." + answered.state(), answered.name(), answered.answer(), "");
        }
    }

    @Async
    @TransactionalEventListener
    public void on(PaperRefused refused) {
        tell(refused.account(), "notices.sender.paper", refused.name(), refused.words(), refused.paper());
    }

    private void tell(AccountId account, String key, String name, String words, String paper) {
        letters.tell(account, ASKING, key, (_, to, _) ->
                new Object[] {to.name(), name, words, letters.page("/senders"), paper});
    }
}

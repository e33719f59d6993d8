package io.vestnik.platform.notices;

import io.vestnik.platform.campaigns.ApprovalAsked;
import io.vestnik.platform.campaigns.ApprovalGiven;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/**
 * Tells by mail whoever may say yes that a campaign waits for it, and whoever may send what was said; after the commit, and outside of
 * any transaction.
 */
class ApprovalLetters {
    private static final String APPROVE = "campaigns:approve";

    private final AffairLetters letters;

    ApprovalLetters(AffairLetters letters) {
        this.letters = letters;
    }

    @Async
    @TransactionalEventListener
    public void on(ApprovalAsked asked) {
        letters.tell(asked.account(), APPROVE, "notices.approval.asked", (_, _, _) -> new Object[] {
            asked.name(),
            asked.by(),
            letters.page("/campaigns/" + asked.campaign()),
            asked.recipients(),
            asked.cost().toDecimal().stripTrailingZeros().toPlainString()
        });
    }

    @Async
    @TransactionalEventListener
    public void on(ApprovalGiven given) {
        letters.tell(
                given.account(), AffairLetters.SENDING, key(given), (_, _, _) -> new Object[] {
                    given.name(), given.by(), letters.page("/campaigns/" + given.campaign()), given.comment()
                });
    }

    private static String key(ApprovalGiven given) {
        if (given.yes()) {
            return given.sent() ? "notices.approval.yes" : "notices.approval.not-sent";
        }
        return "notices.approval.no";
    }
}

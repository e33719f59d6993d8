package io.vestnik.platform.pipeline;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import java.util.List;

/** What single messages would cost if they were offered now. Nothing is stored, held or queued. */
public interface Estimates {
    /**
     * Judges messages of one account by the rules by which they would be taken.
     *
     * @param messages at most 10,000, all of the account
     */
    Estimate estimate(AccountId account, List<NewMessage> messages);

    /**
     * What came of judging.
     *
     * @param verdicts in the order given
     * @param affordable whether everybody who pays has the money for all that are priced, as it stands now
     */
    record Estimate(List<Verdict> verdicts, boolean affordable) {
        public Estimate {
            verdicts = List.copyOf(verdicts);
        }
    }

    /** What would become of one message, but for the money. */
    sealed interface Verdict {
        record Priced(int parts, Money price) implements Verdict {}

        record Refused(Acceptance.Reason reason) implements Verdict {}
    }
}

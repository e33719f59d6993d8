package io.vestnik.simulator;

import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import org.jspecify.annotations.Nullable;

/**
 * What will become of one submit.
 *
 * @param status how it is answered
 * @param answered whether it is answered at all
 * @param answerDelay milliseconds until the answer
 * @param state what the receipt will say; none: there will be no receipt
 * @param error the network's code in the receipt, 0 for none (3GPP TS 29.002 §17.6.6)
 * @param receiptDelay milliseconds until the receipt
 */
record Fate(
        int status,
        boolean answered,
        long answerDelay,
        @Nullable MessageState state,
        int error,
        long receiptDelay) {
    static Fate refused(int status, long answerDelay) {
        return new Fate(status, true, answerDelay, null, 0, 0);
    }

    boolean isAccepted() {
        return status == CommandStatus.ESME_ROK;
    }
}

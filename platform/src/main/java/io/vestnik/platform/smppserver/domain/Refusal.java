package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.store.Batcher;
import io.vestnik.platform.store.Outages;
import io.vestnik.smpp.CommandStatus;

/** What a program is answered when its message is not taken: the one table from our reasons to command_status. */
final class Refusal {
    private Refusal() {}

    /** The command_status (SMPP 3.4 §5.1.3) for a message that the path refuses. */
    static int status(Acceptance.Reason reason) {
        return switch (reason) {
            // A stop is about the destination and stays: RSUBMITFAIL would have programs try again.
            case BAD_RECIPIENT, NO_PRICE, NO_ROUTE, STOPPED, FOREIGN_NUMBER -> CommandStatus.ESME_RINVDSTADR;
            case SENDER_NOT_ALLOWED -> CommandStatus.ESME_RINVSRCADR;
            case EMPTY_TEXT, TOO_LONG -> CommandStatus.ESME_RINVMSGLEN;
            // Of its own, for it passes with the time: neither to be tried at once nor to be given up for good.
            case OUTSIDE_HOURS -> CommandStatus.ESME_RINVSCHED;
            case NO_MONEY, ACCOUNT_CLOSED, BAD_CHARACTERS -> CommandStatus.ESME_RSUBMITFAIL;
        };
    }

    /** The command_status when nothing could be stored: come again where we do not keep up, else our own fault. */
    static int status(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof Batcher.Full) {
                return CommandStatus.ESME_RTHROTTLED;
            }
        }
        return CommandStatus.ESME_RSYSERR;
    }

    /** Whether the failure is one that passes and is told elsewhere: a full or absent store. */
    static boolean passes(Throwable failure) {
        return status(failure) == CommandStatus.ESME_RTHROTTLED || Outages.isOutage(failure);
    }
}

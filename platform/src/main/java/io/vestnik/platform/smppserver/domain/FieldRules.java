package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.CancelSm;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.Npi;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Ton;

/** What the standard lets the fixed fields of a request say (SMPP 3.4 §5.2), each with the command_status that names it. */
final class FieldRules {
    /** Text messages have no other service; USSD is one of its own. */
    private static final String USSD = "USSD";
    /** Cellular messaging: what all messages are. */
    private static final String PLAIN = "CMT";

    /** esm_class: bits 5 to 2 say what kind of message it is; acknowledgements of a person's receipt are not passed on. */
    private static final int KIND = 0x3C;

    private static final int HIGHEST_PRIORITY = 3;
    /** registered_delivery: bits 7 to 5 are reserved, and both lower bits together. */
    private static final int RESERVED = 0xE0;

    private static final int RESERVED_RECEIPT = 3;

    private FieldRules() {}

    /** The command_status for the first field that is wrong; ESME_ROK when none is. */
    static int fault(SubmitSm submit) {
        int source = source(submit.source());
        int destination = source == CommandStatus.ESME_ROK ? destination(submit.destination()) : source;
        if (destination != CommandStatus.ESME_ROK) {
            return destination;
        }
        if (submit.serviceType().equals(USSD)) {
            return CommandStatus.ESME_RINVSERTYP;
        }
        if ((submit.esmClass() & KIND) != 0) {
            return CommandStatus.ESME_RINVESMCLASS;
        }
        if (submit.priority() > HIGHEST_PRIORITY) {
            return CommandStatus.ESME_RINVPRTFLG;
        }
        if (submit.replaceIfPresent() > 1) {
            return CommandStatus.ESME_RINVREPFLAG;
        }
        return later(submit.registeredDelivery(), submit.defaultMessageId());
    }

    /** As {@link #fault(SubmitSm)} for what replace_sm has too. */
    static int later(int registered, int defaultMessage) {
        if ((registered & RESERVED) != 0 || (registered & RESERVED_RECEIPT) == RESERVED_RECEIPT) {
            return CommandStatus.ESME_RINVREGDLVFLG;
        }
        // There are no texts that a number stands for.
        return defaultMessage == 0 ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVDFTMSGID;
    }

    /** The command_status of a cancel_sm that names no message: by which service messages came is not kept. */
    static int service(CancelSm cancel) {
        boolean plain = cancel.serviceType().isEmpty() || cancel.serviceType().equals(PLAIN);
        return plain ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVSERTYP;
    }

    private static int source(Address source) {
        if (source.ton() > Ton.ABBREVIATED) {
            return CommandStatus.ESME_RINVSRCTON;
        }
        return isPlan(source.npi()) ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVSRCNPI;
    }

    private static int destination(Address destination) {
        // A person has a number, not a name.
        if (destination.ton() > Ton.ABBREVIATED || destination.ton() == Ton.ALPHANUMERIC) {
            return CommandStatus.ESME_RINVDSTTON;
        }
        return isPlan(destination.npi()) ? CommandStatus.ESME_ROK : CommandStatus.ESME_RINVDSTNPI;
    }

    private static boolean isPlan(int npi) {
        return switch (npi) {
            case Npi.UNKNOWN,
                    Npi.ISDN,
                    Npi.DATA,
                    Npi.TELEX,
                    Npi.LAND_MOBILE,
                    Npi.NATIONAL,
                    Npi.PRIVATE,
                    Npi.ERMES,
                    Npi.INTERNET,
                    Npi.WAP -> true;
            default -> false;
        };
    }
}

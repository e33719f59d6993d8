package io.vestnik.platform.channels.smpp;

import io.vestnik.smpp.CloseReason;
import io.vestnik.smpp.CommandStatus;

/** Says in words for people why a connection is not up. */
final class Troubles {
    private Troubles() {}

    /** Why a bind was refused. */
    static String ofBind(int status) {
        String words = switch (status) {
            case CommandStatus.ESME_RINVPASWD -> "the network says that the password is wrong";
            case CommandStatus.ESME_RINVSYSID -> "the network does not know the user (system_id)";
            case CommandStatus.ESME_RINVSYSTYP -> "the network does not accept the system type";
            case CommandStatus.ESME_RALYBND -> "the network says that this user has too many connections";
            case CommandStatus.ESME_RTHROTTLED, CommandStatus.ESME_RMSGQFUL ->
                "the network says that it is asked too often";
            case CommandStatus.ESME_RSYSERR -> "the network has a fault of its own";
            default -> "the network refuses the connection";
        };
        return words + " (" + CommandStatus.name(status) + ")";
    }

    /** Why a session ended, or did not begin. */
    static String of(CloseReason reason) {
        String words = switch (reason.cause()) {
            case UNBOUND_BY_US, CLOSED_BY_US -> "it was closed here";
            case UNBOUND_BY_PEER -> "the network ended it in order";
            case CLOSED_BY_PEER -> "the network closed it";
            case BROKEN -> "there is no connection";
            case TLS_FAILED -> "the network does not prove by TLS that it is the one that the address names";
            case SILENT -> "the network fell silent";
            case STALLED -> "the network takes nothing";
            case MALFORMED -> "the network sent what is no SMPP";
            case NOT_BOUND_IN_TIME -> "the network did not answer the sign-in in time";
            case BIND_REFUSED -> "the network refuses the connection";
            case LISTENER_FAILED -> "it failed here";
        };
        return reason.detail().isEmpty() ? words : words + " (" + reason.detail() + ")";
    }
}

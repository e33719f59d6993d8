package io.vestnik.platform.smppserver.domain;

import io.vestnik.smpp.CommandId;

/** The requests of SMPP 3.4 and who serves them here: the door goes by this table, and so does the page that tells of it. */
public enum Operation {
    BIND_TRANSMITTER(CommandId.BIND_TRANSMITTER, Served.AS_SESSION),
    BIND_RECEIVER(CommandId.BIND_RECEIVER, Served.AS_SESSION),
    BIND_TRANSCEIVER(CommandId.BIND_TRANSCEIVER, Served.AS_SESSION),
    UNBIND(CommandId.UNBIND, Served.AS_SESSION),
    ENQUIRE_LINK(CommandId.ENQUIRE_LINK, Served.AS_SESSION),
    SUBMIT_SM(CommandId.SUBMIT_SM, Served.AS_MESSAGE),
    SUBMIT_MULTI(CommandId.SUBMIT_MULTI, Served.AS_MESSAGE),
    DATA_SM(CommandId.DATA_SM, Served.AS_MESSAGE),
    QUERY_SM(CommandId.QUERY_SM, Served.AS_QUESTION),
    CANCEL_SM(CommandId.CANCEL_SM, Served.AS_QUESTION),
    REPLACE_SM(CommandId.REPLACE_SM, Served.AS_QUESTION),
    DELIVER_SM(CommandId.DELIVER_SM, Served.BY_PROGRAM),
    OUTBIND(CommandId.OUTBIND, Served.BY_NOBODY),
    ALERT_NOTIFICATION(CommandId.ALERT_NOTIFICATION, Served.BY_NOBODY);

    /** What becomes of a request. */
    public enum Served {
        /** The session itself answers. */
        AS_SESSION,
        /** It goes to the path of messages. */
        AS_MESSAGE,
        /** It asks of messages that were accepted, or changes them. */
        AS_QUESTION,
        /** We send it, and the program answers. */
        BY_PROGRAM,
        /** Neither taken nor sent. */
        BY_NOBODY
    }

    private static final Operation[] BY_COMMAND = byCommand();

    private final int command;
    private final Served served;

    Operation(int command, Served served) {
        this.command = command;
        this.served = served;
    }

    private static Operation[] byCommand() {
        Operation[] all = new Operation[CommandId.DATA_SM + 1];
        for (Operation operation : values()) {
            all[operation.command] = operation;
        }
        return all;
    }

    /** The one of a request's command_id, which the codec knows. */
    static Operation of(int command) {
        return BY_COMMAND[command];
    }

    public Served served() {
        return served;
    }

    /** The name as the standard writes it. */
    public String written() {
        return CommandId.name(command);
    }
}

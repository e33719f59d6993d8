package io.vestnik.smpp;

/** A protocol data unit of SMPP 3.4, immutable; byte arrays inside are shared, not copied, and must not be changed. */
public sealed interface Pdu extends Decoded permits Pdu.Request, Pdu.Response, Pdu.Notice {

    /** The command of the header, one of {@link CommandId}. */
    int commandId();

    /** The sequence number of the header; 0 in a request that was not sent yet: the session numbers it. */
    int sequence();

    /** A PDU that the other side must answer. */
    sealed interface Request extends Pdu
            permits Bind, Unbind, SubmitSm, SubmitMulti, DeliverSm, DataSm, QuerySm, CancelSm, ReplaceSm, EnquireLink {

        /** The answer that refuses this request with a status of {@link CommandStatus} and carries nothing else. */
        Response refusal(int status);
    }

    /** An answer; it bears the sequence number of its request. */
    sealed interface Response extends Pdu
            permits BindResp,
                    UnbindResp,
                    SubmitSmResp,
                    SubmitMultiResp,
                    DeliverSmResp,
                    DataSmResp,
                    QuerySmResp,
                    CancelSmResp,
                    ReplaceSmResp,
                    EnquireLinkResp,
                    GenericNack {

        /** The status of the header: {@link CommandStatus#ESME_ROK} or why not; vendors add their own above 0x400. */
        int status();

        /** Whether the status says yes. */
        default boolean ok() {
            return status() == CommandStatus.ESME_ROK;
        }
    }

    /** A PDU that nobody answers. */
    sealed interface Notice extends Pdu permits Outbind, AlertNotification {}
}

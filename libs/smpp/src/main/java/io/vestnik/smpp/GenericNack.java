package io.vestnik.smpp;

/** generic_nack (SMPP 3.4 §4.3): the answer to what could not be understood; sequence 0 where even that could not be read. */
public record GenericNack(int sequence, int status) implements Pdu.Response {
    @Override
    public int commandId() {
        return CommandId.GENERIC_NACK;
    }
}

package io.vestnik.smpp;

/**
 * A frame that could not be read, with the status to refuse it by (SMPP 3.4 §5.1.3).
 *
 * @param commandId the command as it stood in the header, possibly unknown
 * @param sequence the sequence number of the header, 0 where the header was cut
 * @param status one of {@link CommandStatus}: what our answer must say
 * @param answered the status that a malformed response carried itself, 0 for requests
 * @param fault which field was wrong, for logs; never holds content of the PDU
 */
public record Malformed(int commandId, int sequence, int status, int answered, String fault) implements Decoded {

    /** Whether the broken frame was an answer to something of ours (bit 31 of the command id is set). */
    public boolean isResponse() {
        return commandId < 0;
    }

    /** Whether the byte stream itself is lost, so that nothing after this frame can be understood. */
    public boolean losesTheStream() {
        return status == CommandStatus.ESME_RINVCMDLEN;
    }
}

package io.vestnik.smpp;

import java.util.List;

/** The answer to {@link SubmitMulti}, with the addresses (at most 255) that were refused on their own. */
public record SubmitMultiResp(int sequence, int status, String messageId, List<Unsuccessful> unsuccessful, Tlvs tlvs)
        implements Pdu.Response {
    public SubmitMultiResp {
        Fields.text(messageId, Fields.MESSAGE_ID, "message_id");
        unsuccessful = List.copyOf(unsuccessful);
        if (unsuccessful.size() > 255) {
            throw new IllegalArgumentException("no_unsuccess is an octet, not " + unsuccessful.size());
        }
    }

    @Override
    public int commandId() {
        return CommandId.SUBMIT_MULTI | CommandId.RESPONSE;
    }

    /** One address that was not taken, and why. */
    public record Unsuccessful(Address destination, int status) {
        public Unsuccessful {
            Fields.address(destination, "destination_addr");
        }
    }
}

package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.Timeline;
import java.util.List;
import org.springframework.stereotype.Service;

/** What a program was told of one of its messages. */
@Service
public class GivenReceipts {
    private final ReceiptTrail trail;

    GivenReceipts(ReceiptTrail trail) {
        this.trail = trail;
    }

    /** The receipts of the message, or of its parts; none of a message that no program sent, or that came by submit_multi. */
    public List<ReceiptTrail.Given> about(Timeline outline) {
        Feedback feedback = outline.details().feedback();
        String callback = feedback.callback();
        if (callback == null || !callback.startsWith(SmppSystem.CALLBACK)) {
            return List.of();
        }
        if (feedback.reference() != null && MultiId.read(feedback.reference()).isPresent()) {
            // Its id is that of many: whose receipts these are is not kept.
            return List.of();
        }
        List<Long> ids = Named.all(outline.message().id(), feedback.reference());
        return trail.about(
                outline.message().account(),
                callback.substring(SmppSystem.CALLBACK.length()),
                ids,
                outline.message().id().second());
    }
}

package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.Timeline;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.springframework.stereotype.Service;

/** What a program was told of one of its messages. */
@Service
public class GivenReceipts {
    private final ReceiptTrail trail;

    GivenReceipts(ReceiptTrail trail) {
        this.trail = trail;
    }

    /** The receipts of the message, or of its parts; none of a message that no program sent. */
    public List<ReceiptTrail.Given> about(Timeline outline) {
        Feedback feedback = outline.details().feedback();
        String callback = feedback.callback();
        if (callback == null || !callback.startsWith(SmppSystem.CALLBACK)) {
            return List.of();
        }
        String reference = feedback.reference();
        Optional<PartIds> parts = reference == null ? Optional.empty() : PartIds.read(reference);
        List<Long> ids = parts.map(all ->
                        IntStream.rangeClosed(1, all.parts()).mapToObj(all::id).toList())
                .orElseGet(() -> List.of(outline.message().id().value()));
        return trail.about(
                outline.message().account(),
                callback.substring(SmppSystem.CALLBACK.length()),
                ids,
                outline.message().id().second());
    }
}

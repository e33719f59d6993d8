package io.vestnik.platform.channels;

import java.util.List;
import java.util.concurrent.CompletableFuture;

/** Takes what people wrote from connectors. Implemented above, beside the path of messages. */
public interface InboundMessages {
    /**
     * Stores messages and parts of messages; what the network brings a second time soon after is stored once.
     *
     * @return completes after the commit: only then may the network be told; exceptionally when the network shall keep
     *     them and come again
     */
    CompletableFuture<Void> take(List<InboundPart> parts);
}

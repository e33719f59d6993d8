package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads messages for their owner. */
public interface MessageReader {
    Optional<MessageView> find(AccountId account, MessageId id);

    List<MessageView> find(AccountId account, Collection<MessageId> ids);

    Slice<MessageView> list(AccountId account, MessageFilter filter, @Nullable String cursor, int limit);
}

package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageMark;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What recipients did with messages. */
public interface MarkStore {
    /** Puts marks on messages, each with its fact, where they do not stand yet and the recipient is still known; tells how many. */
    int mark(List<Marking> marks);

    /** A mark that is to stand on a message of the account. */
    record Marking(AccountId account, MessageId message, MessageMark mark, Instant at) {}

    /** The marks of these messages, of those that have any. */
    Map<MessageId, Map<MessageMark, Instant>> of(AccountId account, Collection<MessageId> messages);

    /** Whom a message went to; empty when they are not known any more. */
    Optional<Addressee> addressee(AccountId account, MessageId message);

    /** The name that a message came from, and the digits that it went to. */
    record Addressee(String sender, String phone) {}
}

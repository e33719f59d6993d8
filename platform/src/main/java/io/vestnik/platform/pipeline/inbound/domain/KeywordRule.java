package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import org.jspecify.annotations.Nullable;

/**
 * What an account wants done about messages that begin with a word.
 *
 * @param id 0 for one that is not stored yet
 * @param number digits of the number that they come to; empty for any
 * @param keyword in capitals; empty for messages that begin with no other rule's word
 * @param group that who wrote is put into; none to leave them where they are
 * @param stop whether it means the same as STOP
 * @param sender that the answer comes from; empty without an answer
 * @param answer what is answered, once an hour to a person; empty for nothing
 * @param tells whom it tells beside the usual
 */
public record KeywordRule(
        long id,
        AccountId account,
        String number,
        String keyword,
        @Nullable GroupId group,
        boolean stop,
        String sender,
        String answer,
        Tells tells,
        int version) {
    /** Whether it is about a message to this number. */
    boolean concerns(String to) {
        return number.isEmpty() || number.equals(to);
    }
}

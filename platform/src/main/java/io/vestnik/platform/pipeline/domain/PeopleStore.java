package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.List;
import java.util.Set;

/** What messages keep of the people they go to. */
public interface PeopleStore {
    /** Those of the messages that wait in the queue or for a next try, and are not on the air. */
    List<Long> waiting(AccountId account, List<Long> messages);

    /** Takes the recipient, the text and whatever names the phone from these messages and all that was noted of them; tells how many rows. */
    long erase(AccountId account, List<Long> messages, String phone);

    /** Deletes what was recorded of the wire and of networks' reports about the phone beside its messages. */
    long eraseTraces(AccountId account, String phone);

    /** These messages as they are told to the person, the newest first. */
    List<Told> tell(AccountId account, Set<Long> messages);
}

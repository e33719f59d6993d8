package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Where it is kept what came of messages to contacts. */
public interface ActivityStore {
    /**
     * What changes for one phone.
     *
     * @param reset a message was delivered, so that those not delivered are counted anew
     * @param undelivered how many more were not delivered, after the delivered one where there was one
     */
    record Change(
            AccountId account,
            String phone,
            boolean reset,
            int undelivered,
            @Nullable LocalDate delivered,
            @Nullable LocalDate sent,
            @Nullable LocalDate clicked) {}

    /** Writes what changes for those phones that are contacts, each phone once; nothing where nothing changes. */
    void write(List<Change> changes);
}

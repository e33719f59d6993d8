package io.vestnik.platform.contacts;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** People of an account: one contact a phone, groups are memberships. */
public interface Contacts {
    List<Group> groups(AccountId account);

    /** The group, made when there is none of this name; names are compared without regard to case. */
    Group groupNamed(AccountId account, String name);

    Optional<Group> group(AccountId account, GroupId id);

    /**
     * Walks the people who are in any of the groups, each phone once, by phone.
     *
     * @param after the last phone of the step before; none at the start
     * @param limit at most 10,000
     */
    List<Recipient> members(AccountId account, Collection<GroupId> groups, @Nullable String after, int limit);

    /** What is known of these phones, each that is a contact; at most 10,000. */
    List<Recipient> known(AccountId account, Collection<String> phones);

    /**
     * Starts to load a stored table into a group.
     *
     * @param load which file and what its columns are
     * @return the job, whose result is a {@link LoadResult} as JSON
     */
    JobId load(AccountId account, Load load);

    /**
     * A load.
     *
     * @param sheet the sheet's number from 0
     * @param headerRows rows to pass over
     * @param columns field by column number from 0, such as {@code 0 → phone, 2 → name}; others are not loaded;
     *     {@code phone} is needed
     */
    record Load(FileId file, int sheet, int headerRows, Map<Integer, String> columns, GroupId group) {
        public Load {
            columns = Map.copyOf(columns);
        }
    }

    /**
     * What a load did: every row that was not empty is counted once.
     *
     * @param added new contacts
     * @param updated contacts that were there and got new values or a new group
     * @param duplicates rows whose phone came before in the same file
     * @param refused rows without a usable phone
     * @param refusedFile the refused rows with their numbers and reasons, when there are any
     */
    record LoadResult(
            long rows,
            long added,
            long updated,
            long duplicates,
            long refused,
            @Nullable FileId refusedFile) {}
}

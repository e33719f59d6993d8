package io.vestnik.platform.contacts;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** People of an account: one contact a phone, groups are memberships. */
public interface Contacts {
    /** Groups made by hand, and segments, by name. */
    List<Group> groups(AccountId account);

    /**
     * The group, made when there is none of this name; names are compared without regard to case. The name of a segment is refused.
     */
    Group groupNamed(AccountId account, String name);

    Optional<Group> group(AccountId account, GroupId id);

    /**
     * Walks the people who are in any of the groups and segments, each phone once, by phone. Where there are segments, a step may
     * hand out fewer than asked, even nobody, and there may be more all the same.
     *
     * @param fields whose values are wanted, such as {@code name}; others are not read
     * @param after what the step before gave as the next; none at the start
     * @param limit at most 20,000
     */
    Slice<Recipient> members(
            AccountId account, Collection<GroupId> groups, Set<String> fields, @Nullable String after, int limit);

    /** Which of these phones are in any of the groups and segments; at most 20,000. */
    Set<String> among(AccountId account, Collection<GroupId> groups, Collection<String> phones);

    /** What is known of these phones, each that is a contact; at most 20,000. */
    List<Recipient> known(AccountId account, Collection<String> phones);

    /**
     * Starts to load a stored table into a group.
     *
     * @param load which file and what its columns are
     * @return the job, whose result is a {@link LoadResult} as JSON
     */
    JobId load(AccountId account, Load load);

    /** What becomes of a person who is there already; the group is joined in any case. */
    enum Existing {
        /** What is known of the person stays as it is. */
        SKIP,
        /** Filled cells are taken over; what the table does not tell stays. */
        FILL,
        /** Every loaded column is taken over: an empty cell empties the field. */
        OVERWRITE
    }

    /**
     * A load.
     *
     * @param sheets what is loaded of a table; empty for a text in which phones are to be found wherever they stand
     * @param charset the encoding of a text file when a person knows it better than detection
     * @param separator the character between its cells when a person knows it better
     * @param agreed to what the people of the table agreed; none when the table says nothing of it
     */
    record Load(
            FileId file,
            List<Sheet> sheets,
            GroupId group,
            Existing existing,
            @Nullable String charset,
            @Nullable Character separator,
            @Nullable Agreed agreed) {
        public Load {
            sheets = List.copyOf(sheets);
            if (sheets.stream().map(Sheet::number).distinct().count() < sheets.size()) {
                throw new IllegalArgumentException("A sheet is loaded once");
            }
        }

        /** A load of people of whom nothing is said about consents. */
        public Load(
                FileId file,
                List<Sheet> sheets,
                GroupId group,
                Existing existing,
                @Nullable String charset,
                @Nullable Character separator) {
            this(file, sheets, group, existing, charset, separator, null);
        }

        /** A load of one sheet of a file whose encoding and separator are detected; filled cells are taken over. */
        public Load(FileId file, int sheet, int headerRows, Map<Integer, String> columns, GroupId group) {
            this(file, List.of(new Sheet(sheet, headerRows, columns)), group, Existing.FILL, null, null);
        }

        /** A load of the phones of a text. */
        public static Load ofText(FileId file, GroupId group) {
            return new Load(file, List.of(), group, Existing.SKIP, null, null);
        }
    }

    /**
     * To what the people of a load agreed, as far as one answer holds for all of them; what a row tells in columns of its own stands
     * above it. A row that does not tell when, where nothing is told for all, has no consent.
     *
     * @param by who says so
     * @param channel one of {@link StopScope#CHANNELS}
     * @param at when, not before {@link Consents#EARLIEST}; none where a column tells
     * @param source where; may be empty
     * @param wording to what, in the words that people saw; may be empty
     */
    record Agreed(StartedBy by, String channel, @Nullable Instant at, String source, String wording) {
        public Agreed {
            if (!StopScope.CHANNELS.contains(channel)
                    || (at != null && at.isBefore(Consents.EARLIEST))
                    || !Consents.Consent.fits(source, Consents.Consent.LONGEST)
                    || !Consents.Consent.fits(wording, Consents.Consent.LONGEST_WORDING)) {
                throw new IllegalArgumentException("Not a consent");
            }
        }
    }

    /**
     * What is loaded of a sheet.
     *
     * @param number the sheet's number from 0
     * @param headerRows rows to pass over
     * @param columns field by column number from 0, such as {@code 0 → phone, 2 → name, 3 → f12}; each field once, others are not
     *     loaded; {@code phone} is needed; {@code consent_at}, {@code consent_given}, {@code consent_channel}, {@code consent_source},
     *     {@code consent_wording} and {@code consent_evidence} tell of a consent
     */
    record Sheet(int number, int headerRows, Map<Integer, String> columns) {
        private static final String OF_CONSENTS = "consent_";

        public Sheet {
            columns = Map.copyOf(columns);
            if (number < 0 || headerRows < 0) {
                throw new IllegalArgumentException("Sheets and rows are counted from 0");
            }
            if (!columns.containsValue("phone") || Set.copyOf(columns.values()).size() < columns.size()) {
                throw new IllegalArgumentException("Each field comes from one column, and phone is needed");
            }
        }

        /** Whether a column tells of consents. */
        public boolean tellsOfConsents() {
            return columns.values().stream().anyMatch(field -> field.startsWith(OF_CONSENTS));
        }

        /** Whether a column tells when people agreed. */
        public boolean tellsWhen() {
            return columns.containsValue(OF_CONSENTS + "at");
        }
    }

    /**
     * What a load did: every row that was not empty is counted once, so that {@code rows} is the sum of the next five.
     *
     * @param added new contacts
     * @param updated contacts that were there and got new values or a new group
     * @param unchanged contacts that were there, in the group, with these values
     * @param duplicates rows whose phone came before in the same load; the first one counts
     * @param refused rows without a usable phone
     * @param leftOut cells that could not be understood, such as a birthday in words; their rows were loaded without them
     * @param several cells with more than one phone: the first mobile one was taken
     * @param reasons refused rows by the reason's code, such as {@code too_short}
     * @param refusedFile the refused rows with their numbers and reasons, when there are any
     * @param consents how many consents were new; none when the load was about none
     */
    record LoadResult(
            long rows,
            long added,
            long updated,
            long unchanged,
            long duplicates,
            long refused,
            long leftOut,
            long several,
            Map<String, Long> reasons,
            @Nullable FileId refusedFile,
            @Nullable Long consents) {
        public LoadResult {
            reasons = Map.copyOf(reasons);
        }
    }
}

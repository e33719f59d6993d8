package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The numbers that programs gave to groups, for {@code G<number>}: also to groups that are no more, of which nobody tells. */
public interface GroupNumbers {

    Pattern WRITTEN = Pattern.compile("[Gg](=?)([1-9]\\d{0,17})");

    /** Those that were given. */
    Map<GroupId, Long> all(AccountId account);

    /** The group that a number was given to; whether it is there is not looked at. */
    Optional<GroupId> holder(AccountId account, long number);

    /** Gives a group a number in place of the one that it had; false where another group has it. */
    boolean give(AccountId account, GroupId group, long number);

    /** Of a group that is no more. */
    void forget(AccountId account, GroupId group);

    /** Whether it is written as a group. */
    static boolean isGroup(String written) {
        return WRITTEN.matcher(written).matches();
    }
}

package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;

/**
 * Groups by the numbers that programs gave them. A group without one answers to its id, as long as no other group has that as its
 * number; {@code G=<id>} means the id whatever numbers there are. Groups are deleted and merged elsewhere too, so a number holds only
 * while its group is there.
 */
@Component
class NumberedGroups {
    private final GroupNumbers numbers;
    private final Contacts contacts;

    NumberedGroups(GroupNumbers numbers, Contacts contacts) {
        this.numbers = numbers;
        this.contacts = contacts;
    }

    /** The numbers that were given. */
    Map<GroupId, Long> all(AccountId account) {
        return numbers.all(account);
    }

    /** The group that is meant; whether one of that id is there is not looked at. */
    GroupId read(AccountId account, String written) {
        Matcher group = GroupNumbers.WRITTEN.matcher(written);
        if (!group.matches()) {
            throw new IllegalArgumentException("No group: " + written);
        }
        long number = Long.parseLong(group.group(2));
        Optional<GroupId> holder = group.group(1).isEmpty() ? numbers.holder(account, number) : Optional.empty();
        return holder.filter(it -> isThere(account, it)).orElseGet(() -> new GroupId(number));
    }

    /** Gives a group a number in place of the one that it had; false where another group has it. */
    boolean give(AccountId account, GroupId group, long number) {
        numbers.holder(account, number)
                .filter(it -> !it.equals(group) && !isThere(account, it))
                .ifPresent(it -> numbers.forget(account, it));
        return numbers.give(account, group, number);
    }

    /** Of a group that is no more. */
    void forget(AccountId account, GroupId group) {
        numbers.forget(account, group);
    }

    private boolean isThere(AccountId account, GroupId group) {
        return contacts.group(account, group).isPresent();
    }
}

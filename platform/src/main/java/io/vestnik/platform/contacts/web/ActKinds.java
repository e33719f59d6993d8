package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.ContactRemoval;
import io.vestnik.platform.contacts.domain.GroupMerge;
import io.vestnik.platform.contacts.domain.Regrouping;
import io.vestnik.platform.contacts.domain.TrashJob;
import java.util.Set;

/** The kinds of long work on people who are contacts already. */
final class ActKinds {
    private static final Set<String> KINDS =
            Set.of(ContactRemoval.NAME, TrashJob.NAME, Regrouping.NAME, GroupMerge.NAME);

    private ActKinds() {}

    static boolean knows(String kind) {
        return KINDS.contains(kind);
    }

    static String titleKey(String kind) {
        return switch (kind) {
            case TrashJob.NAME -> "contacts.job.trash";
            case Regrouping.NAME -> "contacts.job.regroup";
            case GroupMerge.NAME -> "contacts.job.merge";
            default -> "contacts.job.delete";
        };
    }
}

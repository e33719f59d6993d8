package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.Trash.Restored;
import io.vestnik.platform.shell.Format;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;

/** What the pages of the trash say. */
final class TrashWords {
    private TrashWords() {}

    static String restored(Format format, Restored restored) {
        String back = format.count(restored.restored(), "contacts.restored");
        return restored.merged() == 0
                ? back
                : back + ". " + format.count(restored.merged(), "contacts.restored.merged");
    }

    static String purged(Format format, long count) {
        return format.count(count, "contacts.purged");
    }

    /** Not there is said of what is not there. */
    static void found(boolean there) {
        if (!there) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }
}

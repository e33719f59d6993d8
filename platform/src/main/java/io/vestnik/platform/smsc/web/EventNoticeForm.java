package io.vestnik.platform.smsc.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.smsc.domain.EventNotice;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A notice as it is typed. */
record EventNoticeForm(
        @Nullable String name,
        @Nullable String group,
        @Nullable String failure,
        @Nullable String recovery,
        @Nullable Integer version) {
    static EventNoticeForm of(EventNotice notice) {
        return new EventNoticeForm(
                notice.name(), notice.group().toString(), notice.failure(), notice.recovery(), notice.version());
    }

    /** The ends of keys of the bundle by the names of fields; empty where it may be kept. */
    Map<String, String> faults() {
        Map<String, String> faults = new LinkedHashMap<>();
        if (text(name).isEmpty() || text(name).length() > EventNotice.LONGEST_NAME) {
            faults.put("name", "name");
        }
        if (!text(group).matches("[1-9]\\d{0,17}")) {
            faults.put("group", "group");
        }
        if (!EventNotice.isText(text(failure))) {
            faults.put("failure", "text");
        }
        if (!EventNotice.isText(text(recovery))) {
            faults.put("recovery", "text");
        }
        return faults;
    }

    /** What was typed; only where there are no faults. */
    EventNotice notice(long id) {
        return new EventNotice(
                id,
                text(name),
                new GroupId(Long.parseLong(text(group))),
                text(failure),
                text(recovery),
                version == null ? 0 : version);
    }

    private static String text(@Nullable String typed) {
        return typed == null ? "" : typed.strip();
    }
}

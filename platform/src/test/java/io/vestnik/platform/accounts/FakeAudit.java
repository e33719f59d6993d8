package io.vestnik.platform.accounts;

import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** Remembers what was recorded, as {@code what object}. */
public final class FakeAudit implements Audit {
    private final List<String> records = new CopyOnWriteArrayList<>();

    @Override
    public void record(Who who, String what, String object, Map<String, ?> details) {
        records.add(what + " " + object);
    }

    /** In the order in which it was recorded. */
    public List<String> records() {
        return List.copyOf(records);
    }
}

package io.vestnik.platform.store;

import java.util.function.Supplier;

/** Which connections a piece of work takes, so that a slow report never holds up a message. */
public enum Pool {
    /** The path of a message: short statements by key. */
    HOT,
    /** Pages and programs: the default. */
    PAGES,
    /** Jobs, exports, readers of facts. */
    BACKGROUND;

    private static final ScopedValue<Pool> CURRENT = ScopedValue.newInstance();

    static Pool current() {
        return CURRENT.orElse(PAGES);
    }

    /** Does the work on connections of this pool; it must not be inside another pool's transaction. */
    public <T> T call(Supplier<T> work) {
        return ScopedValue.where(CURRENT, this).call(work::get);
    }

    /** Does the work on connections of this pool; it must not be inside another pool's transaction. */
    public void run(Runnable work) {
        ScopedValue.where(CURRENT, this).run(work);
    }
}

package io.vestnik.platform.shell;

import org.jspecify.annotations.Nullable;

/**
 * How far long work has got.
 *
 * @param done how many are done, 0 to total
 * @param total how many there are in all; 0 while it is being counted
 * @param perSecond speed; null while unknown
 * @param secondsLeft an estimate; null while unknown
 */
public record Progress(
        String title,
        Tone tone,
        long done,
        long total,
        @Nullable Double perSecond,
        @Nullable Long secondsLeft) {

    public Progress {
        if (done < 0 || total < 0) {
            throw new IllegalArgumentException("Progress below zero: " + done + " of " + total);
        }
    }

    /** Whole per cent, 0 to 100. */
    public int percent() {
        return total == 0 ? 0 : (int) Math.min(100, done * 100 / total);
    }

    /** Whether nothing more will change. */
    public boolean finished() {
        return tone != Tone.PROGRESS && tone != Tone.WAITING;
    }
}

package io.vestnik.platform.numbering.domain;

import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A load of a register or of ported numbers, under way or over.
 *
 * @param ported whether it brings ported numbers, not a register
 * @param source what it is from, for people: the name of a file or an address
 * @param url where it is fetched; none when a file was brought
 * @param file what is read; none until it is fetched
 * @param forced whether it comes into force even if it is much smaller than what is
 * @param who who asked for it, for people
 * @param job what does it; none between the two moments at which both are made
 * @param reason the key of why it was refused
 * @param result what came of it, JSON
 */
public record PlanLoad(
        long id,
        boolean ported,
        String source,
        @Nullable String url,
        @Nullable FileId file,
        boolean forced,
        String who,
        @Nullable JobId job,
        State state,
        @Nullable String reason,
        @Nullable String result,
        Instant begunAt,
        @Nullable Instant endedAt) {

    /** How far it has come. */
    public enum State {
        UNDER_WAY,
        DONE,
        REFUSED,
        STOPPED
    }

    /** A load that is asked for. */
    public record Wish(
            boolean ported,
            String source,
            @Nullable String url,
            @Nullable FileId file,
            boolean forced,
            String who) {}

    /**
     * A part of what is in force.
     *
     * @param part the first digit of the register's codes; 0 for the ported numbers
     * @param source what it was loaded from
     */
    public record Part(int part, long load, String source, long ranges, long numbers, Instant since) {}
}

package io.vestnik.platform.shell;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** A step of a timeline: what happened, when, and more words if there are any. */
public record Moment(
        Tone tone, Instant at, String title, @Nullable String detail) {}

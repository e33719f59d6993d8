package io.vestnik.platform.accounts.domain;

import java.time.Instant;

/** Messages that were offered with a key in the span that began then. */
public record KeyCount(long key, Span span, Instant since, long messages) {}

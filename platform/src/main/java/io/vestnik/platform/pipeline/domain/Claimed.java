package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outgoing;

/** A message taken from the queue: its row is in flight. */
public record Claimed(Outgoing message, int lane) {}

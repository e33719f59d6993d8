package io.vestnik.platform.pipeline.domain;

/** Counts what waits. */
public interface BacklogStore {
    Backlog count();
}

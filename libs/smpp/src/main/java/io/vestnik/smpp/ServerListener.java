package io.vestnik.smpp;

/** Decides who may bind. */
@FunctionalInterface
public interface ServerListener {
    /**
     * A bind came; {@link BindAttempt#accept} or {@link BindAttempt#refuse} answers it, now or later, from any thread. The
     * connection is not read until then; one that is not answered within the bind time is cut. Must not block.
     */
    void bind(BindAttempt attempt);
}

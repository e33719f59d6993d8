package io.vestnik.smpp;

import org.jspecify.annotations.Nullable;

/**
 * A request to be sent, with whatever its owner wants back beside the answer.
 *
 * @param request what to send; its sequence number is ignored: the session numbers it
 * @param attachment the owner's own, never looked at
 */
public record Submission(Pdu.Request request, @Nullable Object attachment) {}

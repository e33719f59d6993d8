package io.vestnik.platform.channels;

/**
 * A part that a network took, as it is asked for.
 *
 * @param upstreamId the network's id, as its answer wrote it
 * @param sender as it was sent
 * @param recipient digits
 */
public record Sent(String upstreamId, String sender, String recipient) {}

package io.vestnik.platform.pipeline;

/**
 * A message that a rule of its account wants programs to be told of in a way of its own.
 *
 * @param message one that has an account
 * @param name under which the account's programs are told once more; empty for not at all
 * @param url an address that is told of it too; empty for none
 */
public record InboundCall(InboundMessage message, String name, String url) {}

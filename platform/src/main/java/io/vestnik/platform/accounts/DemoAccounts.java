package io.vestnik.platform.accounts;

/** The owners of the three accounts of a demonstration: the client is served by the partner, the partner by the operator. */
public record DemoAccounts(Who operator, Who partner, Who client) {}

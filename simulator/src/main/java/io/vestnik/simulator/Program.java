package io.vestnik.simulator;

/**
 * A program that bound since the operator started.
 *
 * @param sessions of it that receive now
 * @param waiting receipts and messages that no session has room for
 */
public record Program(String systemId, int sessions, int waiting) {}

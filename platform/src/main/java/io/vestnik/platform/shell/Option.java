package io.vestnik.platform.shell;

/** One choice of a select field: the value that is sent and what the person reads. */
public record Option(String value, String label) {}

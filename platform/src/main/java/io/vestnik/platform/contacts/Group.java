package io.vestnik.platform.contacts;

/**
 * A group.
 *
 * @param contacts how many are in it, kept as they come and go
 */
public record Group(GroupId id, String name, long contacts) {}

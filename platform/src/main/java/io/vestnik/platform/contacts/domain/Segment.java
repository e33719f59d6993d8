package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Group;

/** A living group: who matches the filter is in it. */
public record Segment(Group group, ContactFilter filter) {}

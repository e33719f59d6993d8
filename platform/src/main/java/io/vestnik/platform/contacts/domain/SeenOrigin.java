package io.vestnik.platform.contacts.domain;

/** An operator or a region that contacts of an account have: a choice of its filter. */
public record SeenOrigin(String code, String name) {}

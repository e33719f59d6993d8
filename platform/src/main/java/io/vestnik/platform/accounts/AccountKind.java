package io.vestnik.platform.accounts;

/** What a node of the tree of accounts is. */
public enum AccountKind {
    OPERATOR,
    PARTNER,
    CLIENT
}

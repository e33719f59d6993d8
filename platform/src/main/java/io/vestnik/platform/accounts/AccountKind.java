package io.vestnik.platform.accounts;

import java.util.List;

/** What a node of the tree of accounts is. */
public enum AccountKind {
    OPERATOR,
    PARTNER,
    CLIENT;

    /** What may be right below one of this kind. */
    public List<AccountKind> below() {
        return switch (this) {
            case OPERATOR -> List.of(CLIENT, PARTNER);
            case PARTNER -> List.of(CLIENT);
            case CLIENT -> List.of();
        };
    }
}

package io.vestnik.platform.accounts;

/** What a person or a key may do in their account; which rights that means, each module declares. */
public enum Role {
    /** Everything that there is in their account. */
    OWNER,
    /** Contacts, texts, campaigns and their reports. */
    MARKETER,
    /** Money and documents. */
    ACCOUNTANT,
    /** Looks, changes nothing. */
    VIEWER,
    /** Redeems promo codes at a till, and sees nothing else. */
    CASHIER
}

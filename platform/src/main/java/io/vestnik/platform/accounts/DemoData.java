package io.vestnik.platform.accounts;

/** Fills a new demonstration with what a module has to show. Called once, when the demo accounts are opened. */
public interface DemoData {
    /** Those with lower numbers come first. */
    int order();

    /** Writes it, each change as the person who would make it. */
    void seed(DemoAccounts accounts);
}

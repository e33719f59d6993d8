package io.vestnik.platform.accounts;

/** Keys of programs. */
public interface Keys {

    /**
     * Whether a program with this token comes in. What was changed about a key holds on every node within a second; where the word of it
     * is lost, within ten.
     *
     * @param address the network address of who asks, as digits
     */
    Admission admit(String token, String address);
}

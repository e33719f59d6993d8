package io.vestnik.platform.accounts;

/**
 * The login and password by which older programs come into an account, one pair for each; never a person's. The password is generated
 * and only keyed digests of it are kept.
 */
public interface ApiPasswords {

    /**
     * Whether a program with these comes in. Wrong ones are counted: after 10 in five minutes for a login from an address, or 60 from an
     * address, it is {@link Admission.Reason#TRIES}.
     *
     * @param login in any case
     * @param password as it is, or its MD5 or SHA-1 in lower-case hexadecimal digits
     * @param address the network address of who asks, as digits
     */
    Admission admit(String login, String password, String address);
}

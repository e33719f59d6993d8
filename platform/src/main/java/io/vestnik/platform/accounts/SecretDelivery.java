package io.vestnik.platform.accounts;

/** Brings a secret to the person it is for; where nobody implements it, the page shows the secret once. */
public interface SecretDelivery {

    /** What a person is told. */
    sealed interface Secret {
        /** The first password of a new person, or one that was set anew. */
        record Password(String login, String password) implements Secret {
            @Override
            public String toString() {
                return "Password[login=" + login + ", password=***]";
            }
        }
    }

    /** Whether it is on its way; false when it could not be taken, and nothing was sent. */
    boolean deliver(String email, Secret secret);
}

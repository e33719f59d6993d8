package io.vestnik.platform.accounts;

/** The file with the secrets of a demonstration, which only its owner may read: {@code demo.properties} of the data folder. */
public interface DemoSecrets {
    /** Writes a line into it, in place of one of the same name: {@code client.smpp.password}. */
    void keep(String name, String value);
}

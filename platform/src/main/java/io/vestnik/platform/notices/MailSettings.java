package io.vestnik.platform.notices;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * The server that takes our mail.
 *
 * @param host its name; empty where mail is off
 * @param port 0 for the usual one: 587 with {@code starttls}, 465 with {@code implicit}, 25 with {@code none}
 * @param user who we are there; empty where it asks nobody
 * @param from the address that letters come from, such as {@code Vestnik <sms@example.com>}; needed where mail is on
 * @param tls how the connection is protected; a server that cannot do what is asked gets no letter and no password
 */
@ConfigurationProperties("vestnik.mail")
record MailSettings(
        @DefaultValue("") String host,
        @DefaultValue("0") int port,
        @DefaultValue("") String user,
        @DefaultValue("") String password,
        @DefaultValue("") String from,
        @DefaultValue("starttls") Tls tls) {

    private static final int LAST_PORT = 65_535;

    /** How a connection is protected. */
    enum Tls {
        /** It begins plain and is protected before anything is said. */
        STARTTLS(587),
        /** It is protected from the first octet on. */
        IMPLICIT(465),
        /** Not at all: for a server on the same machine. */
        NONE(25);

        private final int usualPort;

        Tls(int usualPort) {
            this.usualPort = usualPort;
        }
    }

    MailSettings {
        host = host.strip();
        from = from.strip();
        if (port < 0 || port > LAST_PORT) {
            throw new IllegalArgumentException("vestnik.mail.port must be 1 to 65535");
        }
        if (!host.isEmpty() && !from.contains("@")) {
            throw new IllegalArgumentException(
                    "vestnik.mail.from must be the address that letters come from, such as Vestnik <sms@example.com>");
        }
        port = port == 0 ? tls.usualPort : port;
    }

    boolean on() {
        return !host.isEmpty();
    }

    @Override
    public String toString() {
        return on()
                ? "MailSettings[" + host + ":" + port + ", user=" + user + ", password=***, from=" + from + ", tls="
                        + tls + "]"
                : "MailSettings[off]";
    }
}

package io.vestnik.platform.notices;

import java.time.Duration;

/** Mail that goes to a server of a test on this machine. */
public final class TestLetters {
    private TestLetters() {}

    public static Mail through(int port) {
        return new Mail(
                new MailSettings("127.0.0.1", port, "", "", "Vestnik <sms@example.com>", MailSettings.Tls.NONE),
                Duration.ofSeconds(10));
    }
}

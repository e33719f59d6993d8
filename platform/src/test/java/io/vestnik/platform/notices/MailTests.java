package io.vestnik.platform.notices;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vestnik.platform.notices.MailSettings.Tls;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class MailTests {

    private static final Duration PATIENCE = Duration.ofSeconds(10);
    private static final Letter LETTER =
            new Letter("anna@example.com", "Здравствуйте, Анна", "Привет.\nС уважением, мы\n");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));

    @BeforeEach
    void start() {
        server.start();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    @Test
    void bringsALetterWithItsLetters() throws MessagingException, IOException {
        assertThat(mail("", "", Tls.NONE).send(LETTER)).isEqualTo(new Mail.Outcome.Taken());
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("Здравствуйте, Анна");
        assertThat(came.getFrom()[0]).hasToString("Vestnik <sms@example.com>");
        assertThat(came.getAllRecipients()[0]).hasToString("anna@example.com");
        assertThat(came.getContent().toString().replace("\r", "")).startsWith("Привет.\nС уважением, мы");
        assertThat(came.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    }

    @Test
    void provesWhoWeAreWhereTheServerAsks() {
        server.setUser("sms@example.com", "sms", "right");
        server.getUserManager().setAuthRequired(true);
        assertThat(mail("sms", "right", Tls.NONE).send(LETTER)).isInstanceOf(Mail.Outcome.Taken.class);
        assertThat(mail("sms", "wrong", Tls.NONE).send(LETTER)).isInstanceOf(Mail.Outcome.Failed.class);
        assertThat(server.getReceivedMessages()).hasSize(1);
    }

    @Test
    void saysNothingToAServerThatCannotProtectTheConnection() {
        assertThat(mail("sms", "secret", Tls.STARTTLS).send(LETTER)).isInstanceOf(Mail.Outcome.Failed.class);
        assertThat(server.getReceivedMessages()).isEmpty();
    }

    @Test
    void doesNotWaitForAServerThatIsSilent() throws IOException {
        try (ServerSocket silent = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
            MailSettings settings = settings(silent.getLocalPort(), "", "", Tls.NONE);
            assertThat(new Mail(settings, Duration.ofMillis(200)).send(LETTER)).isInstanceOf(Mail.Outcome.Failed.class);
        }
    }

    @Test
    void isOffWithoutAHost() {
        MailSettings off = new MailSettings("", 0, "", "", "", Tls.STARTTLS);
        assertThat(new Mail(off, PATIENCE).on()).isFalse();
        assertThat(new Mail(off, PATIENCE).send(LETTER)).isInstanceOf(Mail.Outcome.Off.class);
    }

    @Test
    void takesTheUsualPortOfItsProtection() {
        assertThat(settings(0, "", "", Tls.STARTTLS).port()).isEqualTo(587);
        assertThat(settings(0, "", "", Tls.IMPLICIT).port()).isEqualTo(465);
        assertThat(settings(0, "", "", Tls.NONE).port()).isEqualTo(25);
        assertThatThrownBy(() -> new MailSettings("mail.example.com", 0, "", "", "", Tls.NONE))
                .hasMessageContaining("vestnik.mail.from");
    }

    @Test
    void showsNeitherThePasswordNorTheTextOfALetter() {
        assertThat(settings(25, "sms", "secret-word", Tls.NONE).toString())
                .contains("sms")
                .doesNotContain("secret-word");
        assertThat(LETTER.toString()).contains("a***@example.com").doesNotContain("anna", "Привет");
    }

    @Test
    void refusesASubjectThatWouldAddAHeader() {
        assertThatThrownBy(() -> new Letter("anna@example.com", "Hello\r\nBcc: all@example.com", ""))
                .isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Letter("anna@example.com, eve@example.com", "Hello", ""))
                .isInstanceOf(IllegalArgumentException.class);
    }

    private Mail mail(String user, String password, Tls tls) {
        return new Mail(settings(server.getSmtp().getPort(), user, password, tls), PATIENCE);
    }

    private static MailSettings settings(int port, String user, String password, Tls tls) {
        return new MailSettings("127.0.0.1", port, user, password, "Vestnik <sms@example.com>", tls);
    }
}

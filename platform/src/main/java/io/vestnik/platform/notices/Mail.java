package io.vestnik.platform.notices;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeMessage;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Properties;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.FileSystemResource;
import org.springframework.mail.MailException;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.mail.javamail.JavaMailSenderImpl;
import org.springframework.mail.javamail.MimeMessageHelper;

/** Sends letters through the server of the settings, each over a connection of its own, within time limits. */
public final class Mail {

    private static final Logger log = LoggerFactory.getLogger(Mail.class);

    private final MailSettings settings;
    private final JavaMailSender sender;

    /** Waits at most so long for the connection, for each answer and for each write. */
    Mail(MailSettings settings, Duration patience) {
        this.settings = settings;
        this.sender = sender(settings, patience);
    }

    /** What came of a letter. */
    public sealed interface Outcome {
        /** The server has taken it. */
        record Taken() implements Outcome {}

        /** Mail is off. */
        record Off() implements Outcome {}

        /** It was not taken, or nobody answered in time; the log says why. */
        record Failed() implements Outcome {}
    }

    /** Whether letters can be sent at all. */
    public boolean on() {
        return settings.on();
    }

    /** Sends a letter and waits for the server's word. */
    public Outcome send(Letter letter) {
        if (!on()) {
            return new Outcome.Off();
        }
        try {
            sender.send(message(letter));
            return new Outcome.Taken();
        } catch (MailException | MessagingException e) {
            log.warn("{} was not taken by {}:{}", letter, settings.host(), settings.port(), e);
            return new Outcome.Failed();
        }
    }

    private MimeMessage message(Letter letter) throws MessagingException {
        MimeMessage message = sender.createMimeMessage();
        MimeMessageHelper parts =
                new MimeMessageHelper(message, letter.attachment() != null, StandardCharsets.UTF_8.name());
        parts.setFrom(settings.from());
        parts.setTo(letter.to());
        parts.setSubject(letter.subject());
        parts.setText(letter.text());
        Letter.Attachment attachment = letter.attachment();
        if (attachment != null) {
            parts.addAttachment(
                    attachment.name(), new FileSystemResource(attachment.content()), attachment.contentType());
        }
        message.setHeader("Auto-Submitted", "auto-generated"); // RFC 3834: asks not to be answered by a machine
        return message;
    }

    private static JavaMailSender sender(MailSettings settings, Duration patience) {
        JavaMailSenderImpl sender = new JavaMailSenderImpl();
        sender.setHost(settings.host());
        sender.setPort(settings.port());
        sender.setDefaultEncoding(StandardCharsets.UTF_8.name());
        Properties properties = sender.getJavaMailProperties();
        String millis = Long.toString(patience.toMillis());
        properties.setProperty("mail.smtp.connectiontimeout", millis);
        properties.setProperty("mail.smtp.timeout", millis);
        properties.setProperty("mail.smtp.writetimeout", millis);
        properties.setProperty("mail.smtp.ssl.checkserveridentity", "true");
        switch (settings.tls()) {
            case STARTTLS -> {
                properties.setProperty("mail.smtp.starttls.enable", "true");
                properties.setProperty("mail.smtp.starttls.required", "true");
            }
            case IMPLICIT -> properties.setProperty("mail.smtp.ssl.enable", "true");
            case NONE -> {}
        }
        if (!settings.user().isEmpty()) {
            properties.setProperty("mail.smtp.auth", "true");
            sender.setUsername(settings.user());
            sender.setPassword(settings.password());
        }
        return sender;
    }
}

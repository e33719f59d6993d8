package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.shell.Format;
import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.NoSuchMessageException;
import org.springframework.context.i18n.LocaleContextHolder;

/** Words of these pages, in the language of who looks. */
class PathTexts {
    private final MessageSource messages;
    private final Format format;

    PathTexts(MessageSource messages, Format format) {
        this.messages = messages;
        this.format = format;
    }

    Format format() {
        return format;
    }

    String text(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    private @Nullable String known(String key) {
        try {
            return messages.getMessage(key, null, LocaleContextHolder.getLocale());
        } catch (NoSuchMessageException e) {
            return null;
        }
    }

    /** What a network means by a code of its receipts, or by the status of its answer; the code itself where nobody knows. */
    String error(String code, boolean ofReceipt) {
        if (code.matches("[a-z_]{1,40}")) {
            String own = known("pipeline.error." + code);
            return own == null ? code : own;
        }
        String number = code.replaceFirst("^0+(?=[0-9])", "");
        String words =
                number.matches("[0-9]{1,5}") ? known("pipeline." + (ofReceipt ? "gsm." : "smpp.") + number) : null;
        return words == null
                ? text("pipeline.error.code", code)
                : text(ofReceipt ? "pipeline.error.usually" : "pipeline.error.words", code, words);
    }

    String phone(String digits, Who who) {
        return who.may(PathRights.FULL) ? format.phone(digits) : format.maskedPhone(digits);
    }

    /** A pause as short as it can be said: 12 мс, 3,4 с, 5 мин 2 с. */
    String pause(Duration pause) {
        long millis = Math.max(0, pause.toMillis());
        if (millis < 1_000) {
            return text("pipeline.pause.millis", millis);
        }
        if (millis < 60_000) {
            return text("pipeline.pause.seconds", format.number(millis / 1_000.0, 1));
        }
        return format.duration(pause);
    }
}

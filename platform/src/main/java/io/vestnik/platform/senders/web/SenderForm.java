package io.vestnik.platform.senders.web;

import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames.Answer;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What people write of a name, and what they are told of it. */
final class SenderForm {
    private SenderForm() {}

    /**
     * What was written of a name that is there.
     *
     * @param version that was read
     * @param operators codes with commas, semicolons or spaces between
     */
    record Written(int version, String comment, String operators) {
        Written(int version, @Nullable String comment, @Nullable String operators) {
            this.version = version;
            this.comment = comment == null ? "" : comment.strip();
            this.operators = operators == null ? "" : operators;
        }

        static Written of(Sender sender) {
            return new Written(
                    sender.version(),
                    sender.terms().comment(),
                    String.join(", ", sender.terms().operators()));
        }

        /** Registrations are no part of the form. */
        Sender.Terms terms(Sender.Terms before) {
            List<String> codes = Arrays.stream(operators.split("[\\s,;]+", -1))
                    .filter(code -> !code.isEmpty())
                    .toList();
            return new Sender.Terms(comment, codes, before.registrations());
        }
    }

    /** Says at the field what is wrong. */
    static void refuse(Answer.Refused refused, Format format, Model model, HttpServletResponse response) {
        String key = "senders.refused." + refused.field() + "." + refused.code();
        model.addAttribute("errors", FieldErrors.none().and(refused.field(), format.text(key, refused.detail())));
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
    }

    static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

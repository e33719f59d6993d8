package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes a text in, pasted or as a file, in which phones are to be found. */
@Controller
@PreAuthorize(ContactsRights.MAY_LOAD)
class QuickUploadPages {
    private static final long MOST_BYTES = 64L * 1024 * 1024;
    private static final Duration LIFETIME = Duration.ofDays(1);

    private final Files files;
    private final Format texts;

    QuickUploadPages(Files files, Format texts) {
        this.files = files;
        this.texts = texts;
    }

    @GetMapping("/contacts/quick")
    String empty() {
        return "contacts/quick";
    }

    /** A text that was pasted. */
    @PostMapping("/contacts/quick")
    String find(
            @RequestParam(defaultValue = "") String text,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        if (text.isBlank()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", FieldErrors.none().and("text", texts.text("contacts.quick.empty")));
            return "contacts/quick";
        }
        StoredFile stored = files.save(
                who.account(),
                upload(texts.text("contacts.quick.pasted") + ".txt"),
                out -> out.write(text.getBytes(StandardCharsets.UTF_8)));
        return "redirect:/contacts/quick/" + stored.id();
    }

    /** A text as a file: goes on to what was found, or tells the script that has sent it what is wrong. */
    @PostMapping("/contacts/quick/file")
    ResponseEntity<?> upload(@RequestParam MultipartFile file, @AuthenticationPrincipal Who who) throws IOException {
        try (InputStream content = file.getInputStream()) {
            String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
            StoredFile stored = files.save(who.account(), upload(name), content, MOST_BYTES);
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/contacts/quick/" + stored.id()))
                    .build();
        } catch (Files.TooLarge e) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNPROCESSABLE_CONTENT, texts.text("contacts.quick.too-large")));
        }
    }

    private static Files.Upload upload(String name) {
        return new Files.Upload(name, "text/plain", LIFETIME);
    }
}

package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.TablePreviews;
import io.vestnik.platform.contacts.domain.TablePreviews.Sight;
import io.vestnik.platform.contacts.domain.TableRefusals;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import io.vestnik.tabular.RefusalReason;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Takes a table in; one that cannot be read is refused at once and not kept. */
@Controller
@PreAuthorize(ContactsRights.MAY_LOAD)
class UploadPages {

    private final TableUploads uploads;
    private final Files files;
    private final TablePreviews previews;
    private final Format texts;

    UploadPages(TableUploads uploads, Files files, TablePreviews previews, Format texts) {
        this.uploads = uploads;
        this.files = files;
        this.previews = previews;
        this.texts = texts;
    }

    @GetMapping("/contacts/load")
    String empty() {
        return "contacts/load";
    }

    /** Goes on to the look into the table, or tells the script that has sent the file what is wrong with it. */
    @PostMapping("/contacts/load")
    ResponseEntity<?> upload(@RequestParam MultipartFile file, @AuthenticationPrincipal Who who) throws IOException {
        return uploads.take(who.account(), file, "/contacts/load/");
    }

    /** Rows copied from a table come with tabs between their cells, and are looked at as any other table. */
    @PostMapping("/contacts/load/rows")
    String paste(
            @RequestParam(defaultValue = "") String rows,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        StoredFile stored = files.save(
                who.account(),
                new Files.Upload(
                        texts.text("contacts.load.rows.name") + ".tsv",
                        "text/plain;charset=UTF-8",
                        TableUploads.LIFETIME),
                out -> out.write(rows.getBytes(StandardCharsets.UTF_8)));
        if (previews.look(who.account(), stored.id(), TablePreviews.Look.FIRST)
                instanceof Sight.Refused(RefusalReason reason)) {
            files.delete(who.account(), stored.id());
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("wrong", texts.text(TableRefusals.key(reason)));
            model.addAttribute("failure", Tone.FAILURE);
            model.addAttribute("rows", rows);
            return "contacts/load";
        }
        return "redirect:/contacts/load/" + stored.id();
    }
}

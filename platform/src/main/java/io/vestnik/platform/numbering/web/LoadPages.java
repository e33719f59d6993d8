package io.vestnik.platform.numbering.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.numbering.domain.PlanDesk;
import io.vestnik.platform.numbering.domain.PlanLoad;
import io.vestnik.platform.shell.Format;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Takes registers and ported numbers in. */
@Controller("numberingLoadPages")
@PreAuthorize(NumberingRights.MAY_EDIT)
class LoadPages {
    private static final int LONGEST_NAME = 200;

    private final PlanDesk desk;
    private final Audit audit;
    private final Format texts;

    LoadPages(PlanDesk desk, Audit audit, Format texts) {
        this.desk = desk;
        this.audit = audit;
        this.texts = texts;
    }

    @GetMapping("/numbering/load")
    String empty() {
        return "numbering/new";
    }

    @PostMapping("/numbering/load/register")
    ResponseEntity<?> register(@RequestParam MultipartFile file, @AuthenticationPrincipal Who who) throws IOException {
        return load(file, false, who);
    }

    @PostMapping("/numbering/load/ported")
    ResponseEntity<?> ported(@RequestParam MultipartFile file, @AuthenticationPrincipal Who who) throws IOException {
        return load(file, true, who);
    }

    private ResponseEntity<?> load(MultipartFile file, boolean ported, Who who) throws IOException {
        String name = Objects.requireNonNullElse(file.getOriginalFilename(), "");
        String shown = name.isBlank() ? "file" : name.substring(0, Math.min(name.length(), LONGEST_NAME));
        try (InputStream content = file.getInputStream()) {
            FileId kept = desk.keep(who.account(), shown, content);
            long load = desk.start(who.account(), new PlanLoad.Wish(ported, shown, null, kept, false, who.name()));
            audit.record(who, "numbering.load-started", "plan " + load, Map.of("source", shown, "ported", ported));
            return ResponseEntity.status(HttpStatus.SEE_OTHER)
                    .location(URI.create("/numbering/loads/" + load))
                    .build();
        } catch (Files.TooLarge e) {
            return ResponseEntity.unprocessableContent()
                    .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                    .body(ProblemDetail.forStatusAndDetail(
                            HttpStatus.UNPROCESSABLE_CONTENT, texts.text("numbering.refused.table.too-large")));
        }
    }

    @PostMapping("/numbering/loads/{id:\\d{1,18}}/force")
    String force(@PathVariable long id, @AuthenticationPrincipal Who who) {
        long load = desk.force(who.account(), id, who.name())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        audit.record(who, "numbering.load-forced", "plan " + load, Map.of("refused", id));
        return "redirect:/numbering/loads/" + load;
    }
}

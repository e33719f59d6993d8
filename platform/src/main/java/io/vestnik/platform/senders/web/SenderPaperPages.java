package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Downloads;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderPapers.Attached;
import io.vestnik.platform.senders.domain.PaperDesk;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Toast;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
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
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The papers about a name, as its account attaches them and takes them away. */
@Controller
@RequestMapping("/senders/{id:\\d{1,18}}/papers")
class SenderPaperPages {
    private final PaperDesk papers;
    private final Format format;

    SenderPaperPages(PaperDesk papers, Format format) {
        this.papers = papers;
        this.format = format;
    }

    @PostMapping
    @PreAuthorize(SenderRights.MAY_REQUEST)
    ResponseEntity<?> attach(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable MultipartFile file,
            @AuthenticationPrincipal Who who)
            throws IOException {
        return switch (papers.attach(who, id, upload(file))) {
            case Attached.Kept _ ->
                ResponseEntity.status(HttpStatus.SEE_OTHER)
                        .location(URI.create("/senders/" + id))
                        .build();
            case Attached.Gone _ -> throw SenderForm.gone();
            case Attached.Refused(String code) ->
                ResponseEntity.unprocessableContent()
                        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                        .body(ProblemDetail.forStatusAndDetail(
                                HttpStatus.UNPROCESSABLE_CONTENT, format.text("senders.paper.refused." + code)));
        };
    }

    /** One that is too large is read only as far as that shows. */
    private static SenderPapers.Upload upload(@Nullable MultipartFile file) throws IOException {
        if (file == null) {
            return new SenderPapers.Upload("", "", new byte[0]);
        }
        try (InputStream content = file.getInputStream()) {
            return new SenderPapers.Upload(
                    Objects.requireNonNullElse(file.getOriginalFilename(), ""),
                    "",
                    content.readNBytes(SenderPapers.MOST_BYTES + 1));
        }
    }

    @GetMapping("/{paper:\\d{1,18}}")
    @PreAuthorize(SenderRights.MAY_VIEW)
    ResponseEntity<Resource> download(
            @PathVariable long id, @PathVariable long paper, @AuthenticationPrincipal Who who) {
        return papers.content(who.account(), id, paper)
                .map(it -> Downloads.of(it.file(), it.path()))
                .orElseThrow(SenderForm::gone);
    }

    @PostMapping("/{paper:\\d{1,18}}/delete")
    @PreAuthorize(SenderRights.MAY_REQUEST)
    String remove(
            @PathVariable long id,
            @PathVariable long paper,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        if (!papers.remove(who, id, paper)) {
            throw SenderForm.gone();
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(format.text("senders.paper.removed")));
        return "redirect:/senders/" + id;
    }
}

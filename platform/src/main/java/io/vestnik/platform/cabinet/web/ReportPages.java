package io.vestnik.platform.cabinet.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Reports and exports that are ready: to download again, or to delete before their time. */
@Controller
@PreAuthorize(ReportPages.MAY_VIEW)
class ReportPages {
    static final String VIEW = "cabinet:reports";
    static final String MAY_VIEW = "hasAuthority('" + VIEW + "')";

    private static final int ROWS = 50;

    private final Reports reports;
    private final Files files;
    private final Format texts;
    private final Audit audit;

    ReportPages(Reports reports, Files files, Format texts, Audit audit) {
        this.reports = reports;
        this.files = files;
        this.texts = texts;
        this.audit = audit;
    }

    @GetMapping("/cabinet/reports")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Reports.Report> page = reports.all(
                who.account(), who.rights(), query.search(), query.after().orElse(null), ROWS);
        model.addAttribute("rows", page.items());
        model.addAttribute(
                "others",
                page.items().stream()
                        .flatMap(report -> OtherForm.of(report.file().name()).stream()
                                .map(form -> Map.entry(report.file().id(), form)))
                        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue)));
        model.addAttribute(
                "list",
                ListView.of("reports", query)
                        .searchable("cabinet.reports.search")
                        .columns(
                                Column.text("name", "cabinet.reports.name"),
                                Column.text("kind", "cabinet.reports.kind"),
                                Column.text("made", "cabinet.reports.made"),
                                Column.text("by", "cabinet.reports.by"),
                                Column.number("size", "cabinet.reports.size"),
                                Column.text("until", "cabinet.reports.until"),
                                Column.text("actions", "cabinet.reports.actions"))
                        .page(page.items().size(), page.next(), null));
        return "cabinet/reports";
    }

    /** The same table as CSV where it is a workbook, and the other way round. */
    @GetMapping("/cabinet/reports/{id:\\d+}/other")
    void other(@PathVariable long id, @AuthenticationPrincipal Who who, HttpServletResponse response)
            throws IOException {
        Reports.Report report = find(who, id);
        Path content = files.path(who.account(), report.file().id())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        if (!OtherForm.answer(content, report.file().name(), response)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
    }

    private Reports.Report find(Who who, long id) {
        return (id > 0 ? reports.find(who.account(), new FileId(id)) : Optional.<Reports.Report>empty())
                .filter(found -> who.may(found.about().right()))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    @PostMapping("/cabinet/reports/{id:\\d+}/delete")
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        Reports.Report report = find(who, id);
        files.delete(who.account(), report.file().id());
        audit.record(who, "cabinet.report-deleted", "file " + id, Map.of());
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(texts.text("cabinet.reports.deleted", report.file().name())));
        return "redirect:/cabinet/reports";
    }
}

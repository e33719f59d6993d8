package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.StopLoad;
import io.vestnik.platform.contacts.domain.TablePreviews;
import io.vestnik.platform.contacts.domain.TablePreviews.Look;
import io.vestnik.platform.contacts.domain.TablePreviews.SheetSight;
import io.vestnik.platform.contacts.domain.TablePreviews.Sight;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.tabular.Row;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.server.ResponseStatusException;

/** Puts the numbers of a file on the stop-list: the file, a look into it, and off it goes. */
@Controller
@PreAuthorize(StopRights.MAY_EDIT)
class StopLoadPages {
    private static final int ROWS = 6;
    private static final int MOST_COLUMNS = 60;

    private final TableUploads uploads;
    private final TablePreviews previews;
    private final StopLoad load;
    private final StopWords words;

    StopLoadPages(TableUploads uploads, TablePreviews previews, StopLoad load, StopWords words) {
        this.uploads = uploads;
        this.previews = previews;
        this.load = load;
        this.words = words;
    }

    @GetMapping("/contacts/stops/load")
    String empty() {
        return "contacts/stop-load";
    }

    /** Goes on to the look into the table, or tells the script that has sent the file what is wrong with it. */
    @PostMapping("/contacts/stops/load")
    ResponseEntity<?> upload(@RequestParam MultipartFile file, @AuthenticationPrincipal Who who) throws IOException {
        return uploads.take(who.account(), file, "/contacts/stops/load/");
    }

    @GetMapping("/contacts/stops/load/{file:\\d+}")
    String look(@PathVariable long file, @AuthenticationPrincipal Who who, Model model) throws IOException {
        Sight.Table table = table(who, file);
        SheetSight sheet = table.sheets().getFirst();
        int column = sheet.columns().entrySet().stream()
                .filter(it -> it.getValue().equals(ContactField.PHONE.key()))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElse(0);
        words.form(null, model);
        return show(table, column, sheet.header(), model);
    }

    private Sight.Table table(Who who, long file) throws IOException {
        if (file > 0 && previews.look(who.account(), new FileId(file), Look.FIRST) instanceof Sight.Table table) {
            return table;
        }
        throw new ResponseStatusException(HttpStatus.NOT_FOUND);
    }

    private String show(Sight.Table table, int column, boolean header, Model model) {
        SheetSight sheet = table.sheets().getFirst();
        int width = Math.min(
                MOST_COLUMNS,
                sheet.rows().stream().mapToInt(row -> row.cells().size()).max().orElse(1));
        model.addAttribute("file", table.file());
        model.addAttribute("column", Integer.toString(column));
        model.addAttribute("header", header);
        model.addAttribute(
                "rows", sheet.rows().stream().limit(ROWS).map(Row::cells).toList());
        model.addAttribute("width", width);
        model.addAttribute("columns", columns(sheet, header, width));
        model.addAttribute("count", Math.max(0, sheet.estimatedRows() - (header ? 1 : 0)));
        model.addAttribute("failure", Tone.FAILURE);
        return "contacts/stop-preview";
    }

    private List<Option> columns(SheetSight sheet, boolean header, int width) {
        List<String> names =
                header && !sheet.rows().isEmpty() ? sheet.rows().getFirst().cells() : List.of();
        return IntStream.range(0, width)
                .mapToObj(i -> new Option(
                        Integer.toString(i),
                        i < names.size() && !names.get(i).isBlank()
                                ? names.get(i)
                                : words.format().text("contacts.load.column", i + 1)))
                .toList();
    }

    @PostMapping("/contacts/stops/load/{file:\\d+}")
    String start(
            @PathVariable long file,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        Sight.Table table = table(who, file);
        StopWords.Typed typed = words.typed(sent);
        String column = StopWords.first(sent, "column");
        FieldErrors errors = typed.errors();
        if (!column.matches("\\d{1,3}")) {
            errors = errors.and("column", words.format().text("contacts.load.no-phone"));
        }
        boolean header = StopWords.first(sent, "header").equals("true");
        if (errors.any()) {
            words.refuse(typed, errors, model, response);
            return show(table, 0, header, model);
        }
        JobId job = load.start(
                who,
                new StopLoad.Plan(
                        table.file().id(),
                        Integer.parseInt(column),
                        header ? 1 : 0,
                        Objects.requireNonNull(typed.scope()),
                        typed.reason()));
        return "redirect:/contacts/stops/jobs/" + job;
    }
}

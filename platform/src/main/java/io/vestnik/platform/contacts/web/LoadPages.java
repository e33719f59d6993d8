package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.ContactField;
import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.GroupDesk;
import io.vestnik.platform.contacts.domain.LoadDesk;
import io.vestnik.platform.contacts.domain.NewField;
import io.vestnik.platform.contacts.domain.TablePreviews;
import io.vestnik.platform.contacts.domain.TablePreviews.Look;
import io.vestnik.platform.contacts.domain.TablePreviews.Sight;
import io.vestnik.platform.contacts.domain.TableRefusals;
import io.vestnik.platform.contacts.web.LoadChoice.SheetChoice;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Before a load: what is in the table, what its columns are, and which group it goes into. */
@Controller
@PreAuthorize(ContactsRights.MAY_LOAD)
class LoadPages {
    private final LoadDesk desk;
    private final TablePreviews previews;
    private final LoadView view;
    private final Format texts;
    private final Audit audit;

    LoadPages(LoadDesk desk, TablePreviews previews, LoadView view, Format texts, Audit audit) {
        this.desk = desk;
        this.previews = previews;
        this.view = view;
        this.texts = texts;
        this.audit = audit;
    }

    @GetMapping("/contacts/load/{file:\\d+}")
    String look(
            @PathVariable long file,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return switch (previews.look(who.account(), id(file), LoadChoice.look(sent))) {
            case Sight.Gone() -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Sight.Refused refused -> refused(TableRefusals.key(refused.reason()), model, response);
            case Sight.Table table -> {
                view.fill(who, table, view.choice(who, sent, table), model);
                yield "contacts/preview";
            }
        };
    }

    @PostMapping("/contacts/load/{file:\\d+}")
    String start(
            @PathVariable long file,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            HttpServletResponse response)
            throws IOException {
        return switch (previews.look(who.account(), id(file), LoadChoice.look(sent))) {
            case Sight.Gone() -> gone(model, response);
            case Sight.Refused refused -> refused(TableRefusals.key(refused.reason()), model, response);
            case Sight.Table table ->
                start(table, view.choice(who, sent, table), LoadChoice.look(sent), who, model, response);
        };
    }

    private String start(
            Sight.Table table, LoadChoice choice, Look look, Who who, Model model, HttpServletResponse response) {
        List<SheetChoice> loaded =
                choice.sheets().values().stream().filter(SheetChoice::loaded).toList();
        String wrong = choice.sheets().isEmpty() || !loaded.stream().allMatch(LoadPages::hasPhones)
                ? "contacts.load.no-phone"
                : loaded.isEmpty()
                        ? "contacts.load.no-sheets"
                        : loaded.stream().anyMatch(SheetChoice::repeated) ? "contacts.load.repeated" : "";
        if (!wrong.isEmpty()) {
            return again(table, choice, who, texts.text(wrong), model, response);
        }
        ConsentChoices.Checked consents = view.consents(who, choice);
        if (consents.errors().any()) {
            model.addAttribute("errors", consents.errors());
            return again(table, choice, who, "", model, response);
        }
        LoadDesk.Plan plan = view.plan(who.account(), table, choice, look, consents.agreed());
        return switch (desk.start(who.account(), plan, choice.group())) {
            case LoadDesk.Answer.Started started -> started(who, plan, started);
            case LoadDesk.Answer.BadName() -> {
                model.addAttribute(
                        "errors",
                        FieldErrors.none()
                                .and("group", texts.text("contacts.groups.bad-name", GroupDesk.LONGEST_NAME)));
                yield again(table, choice, who, "", model, response);
            }
            case LoadDesk.Answer.BadField(NewField.Fault fault) ->
                again(table, choice, who, wrong(fault), model, response);
            case LoadDesk.Answer.TooMany() ->
                again(
                        table,
                        choice,
                        who,
                        texts.text("contacts.groups.too-many", GroupDesk.MOST_GROUPS),
                        model,
                        response);
        };
    }

    private String started(Who who, LoadDesk.Plan plan, LoadDesk.Answer.Started started) {
        for (int i = 0; i < started.fields().size(); i++) {
            audit.record(
                    who,
                    "contacts.field-made",
                    "field " + started.fields().get(i),
                    Map.of("kind", plan.fields().get(i).kind().code()));
        }
        audit.record(
                who,
                "contacts.load-started",
                "job " + started.job(),
                Map.of("group", started.group().name(), "consents", plan.agreed() != null));
        return "redirect:/contacts/jobs/" + started.job() + "?group="
                + started.group().id();
    }

    private String wrong(NewField.Fault fault) {
        String name = Objects.requireNonNullElse(fault.name(), "");
        return switch (fault.why()) {
            case FieldDesk.Answer.Taken _ -> texts.text("contacts.load.new.taken", name);
            case FieldDesk.Answer.TooMany _ -> texts.text("contacts.fields.too-many", Fields.MOST_OWN);
            case FieldDesk.Answer.BadName _,
                    FieldDesk.Answer.BadChoices _,
                    FieldDesk.Answer.Gone _,
                    FieldDesk.Answer.Saved _ -> texts.text("contacts.fields.bad-name", FieldDesk.LONGEST_NAME);
        };
    }

    private static boolean hasPhones(SheetChoice sheet) {
        return sheet.columns().containsValue(ContactField.PHONE.key());
    }

    /** The page again with what was chosen, and what is wrong with it. */
    private String again(
            Sight.Table table, LoadChoice choice, Who who, String wrong, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        view.fill(who, table, choice, model);
        model.addAttribute("wrong", wrong);
        return "contacts/preview";
    }

    /** The file's days are over, or it never was this account's: the way on is to load it again. */
    private String gone(Model model, HttpServletResponse response) {
        String page = refused("contacts.load.gone", model, response);
        response.setStatus(HttpStatus.NOT_FOUND.value());
        return page;
    }

    private String refused(String key, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("wrong", texts.text(key));
        model.addAttribute("failure", Tone.FAILURE);
        return "contacts/load";
    }

    private static FileId id(long id) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new FileId(id);
    }
}

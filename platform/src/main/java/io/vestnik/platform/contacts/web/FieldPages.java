package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.domain.FieldDesk;
import io.vestnik.platform.contacts.domain.FieldDesk.Answer;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.contacts.domain.NamedField;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The fields of an account's contacts: the list in its order, and the form of one. */
@Controller
class FieldPages {
    private final Fields fields;
    private final FieldDesk desk;
    private final Format format;
    private final Audit audit;

    FieldPages(Fields fields, FieldDesk desk, Format format, Audit audit) {
        this.fields = fields;
        this.desk = desk;
        this.format = format;
        this.audit = audit;
    }

    /**
     * What was typed of a field.
     *
     * @param choices one a line
     */
    record Typed(String name, String kind, String choices, boolean shown) {
        static Typed of(MultiValueMap<String, String> sent) {
            return new Typed(
                    cut(sent.getFirst("name"), 200),
                    cut(sent.getFirst("kind"), 20),
                    cut(sent.getFirst("choices"), 20_000),
                    "true".equals(sent.getFirst("shown")));
        }

        private static String cut(@Nullable String text, int most) {
            return text == null ? "" : text.substring(0, Math.min(text.length(), most));
        }

        List<String> lines() {
            return choices.lines().limit(1_000).toList();
        }
    }

    @GetMapping("/contacts/fields")
    @PreAuthorize(ContactsRights.MAY_VIEW)
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<NamedField> all = fields.all(who.account());
        model.addAttribute("rows", all);
        model.addAttribute("last", all.size() - 1);
        model.addAttribute(
                "list",
                ListView.of("fields", query)
                        .columns(
                                Column.text("name", "contacts.fields.name"),
                                Column.text("kind", "contacts.fields.kind"),
                                Column.text("actions", "contacts.groups.actions"))
                        .page(all.size(), null, null));
        model.addAttribute("mayEdit", who.may(ContactsRights.EDIT));
        return "contacts/fields";
    }

    @GetMapping("/contacts/fields/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String empty(Model model) {
        return form(null, new Typed("", FieldKind.TEXT.code(), "", true), model);
    }

    @PostMapping("/contacts/fields/new")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String add(
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        Typed typed = Typed.of(sent);
        Answer answer = desk.add(
                who.account(), typed.name(), FieldKind.ofCode(typed.kind()).orElse(FieldKind.TEXT), typed.lines());
        if (answer instanceof Answer.Saved(NamedField field)) {
            audit.record(who, "contacts.field-made", "field " + field.key(), Map.of("kind", typed.kind()));
            return saved(field, redirect);
        }
        return refused(answer, null, typed, model, response);
    }

    @GetMapping("/contacts/fields/{key}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String show(@PathVariable String key, @AuthenticationPrincipal Who who, Model model) {
        NamedField field = field(who, key);
        String name = field.given() == null ? "" : field.given();
        if (field.own()) {
            model.addAttribute("filled", desk.filled(who.account(), key));
        }
        return form(
                field, new Typed(name, field.kind().code(), String.join("\n", field.choices()), field.shown()), model);
    }

    @PostMapping("/contacts/fields/{key}")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String change(
            @PathVariable String key,
            @RequestParam MultiValueMap<String, String> sent,
            @AuthenticationPrincipal Who who,
            Model model,
            RedirectAttributes redirect,
            HttpServletResponse response) {
        NamedField before = field(who, key);
        Typed typed = Typed.of(sent);
        Answer answer = desk.change(who.account(), key, typed.name(), typed.lines(), typed.shown());
        if (answer instanceof Answer.Saved(NamedField field)) {
            audit.record(who, "contacts.field-changed", "field " + key, Map.of("shown", typed.shown()));
            return saved(field, redirect);
        }
        return refused(answer, before, typed, model, response);
    }

    @PostMapping("/contacts/fields/{key}/move")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String move(@PathVariable String key, @RequestParam(defaultValue = "1") int by, @AuthenticationPrincipal Who who) {
        if (!desk.move(who.account(), key, Math.clamp(by, -1, 1))) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(who, "contacts.field-moved", "field " + key, Map.of("by", by));
        return "redirect:/contacts/fields";
    }

    @PostMapping("/contacts/fields/{key}/delete")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String delete(@PathVariable String key, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        String title = format.text(field(who, key).titleKey());
        if (!desk.delete(who.account(), key)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        audit.record(who, "contacts.field-deleted", "field " + key, Map.of());
        redirect.addFlashAttribute(
                Toast.NAME,
                Toast.done(format.text("contacts.fields.deleted", title))
                        .undoneBy("/contacts/fields/" + key + "/restore"));
        return "redirect:/contacts/fields";
    }

    @PostMapping("/contacts/fields/{key}/restore")
    @PreAuthorize(ContactsRights.MAY_EDIT)
    String restore(@PathVariable String key, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        return switch (desk.restore(who.account(), key)) {
            case Answer.Saved(NamedField field) -> {
                audit.record(who, "contacts.field-restored", "field " + key, Map.of());
                redirect.addFlashAttribute(
                        Toast.NAME, Toast.done(format.text("contacts.fields.restored", format.text(field.titleKey()))));
                yield "redirect:/contacts/fields";
            }
            case Answer.TooMany() -> {
                redirect.addFlashAttribute(
                        Toast.NAME, Toast.failed(format.text("contacts.fields.too-many", Fields.MOST_OWN)));
                yield "redirect:/contacts/fields";
            }
            case Answer.Taken(), Answer.BadName(), Answer.BadChoices(), Answer.Gone() ->
                throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private NamedField field(Who who, String key) {
        return fields.find(who.account(), key).orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    private String saved(NamedField field, RedirectAttributes redirect) {
        redirect.addFlashAttribute(
                Toast.NAME, Toast.done(format.text("contacts.fields.saved", format.text(field.titleKey()))));
        return "redirect:/contacts/fields";
    }

    private String refused(
            Answer answer, @Nullable NamedField field, Typed typed, Model model, HttpServletResponse response) {
        FieldErrors none = FieldErrors.none();
        model.addAttribute(
                "errors",
                switch (answer) {
                    case Answer.Taken() -> none.and("name", format.text("contacts.fields.taken"));
                    case Answer.BadName() ->
                        none.and("name", format.text("contacts.fields.bad-name", FieldDesk.LONGEST_NAME));
                    case Answer.TooMany() -> none.and("name", format.text("contacts.fields.too-many", Fields.MOST_OWN));
                    case Answer.BadChoices() ->
                        none.and(
                                "choices",
                                format.text(
                                        "contacts.fields.bad-choices",
                                        FieldDesk.MOST_CHOICES,
                                        FieldDesk.LONGEST_CHOICE));
                    case Answer.Gone(), Answer.Saved _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
                });
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(field, typed, model);
    }

    private String form(@Nullable NamedField field, Typed typed, Model model) {
        model.addAttribute("field", field);
        model.addAttribute("typed", typed);
        model.addAttribute(
                "kinds",
                Arrays.stream(FieldKind.values())
                        .filter(FieldKind::mayBeMade)
                        .map(kind -> new Option(kind.code(), format.text("contacts.kind." + kind.code())))
                        .toList());
        return "contacts/field";
    }
}

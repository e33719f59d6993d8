package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
import io.vestnik.platform.pipeline.inbound.domain.RuleDesk;
import io.vestnik.platform.pipeline.inbound.domain.Tells;
import io.vestnik.platform.pipeline.inbound.web.RuleForm.Read;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What is to be done about messages, by the word with which they begin. */
@Controller
@PreAuthorize(InboundRights.MAY_EDIT)
class RulePages {
    private static final String HOME = "/pipeline/inbound/keywords";

    private final RuleDesk desk;
    private final RuleChoices choices;
    private final InboundWords words;

    RulePages(RuleDesk desk, RuleChoices choices, InboundWords words) {
        this.desk = desk;
        this.choices = choices;
        this.words = words;
    }

    /** A rule as a line of the list; the group's name, empty for none. */
    record Row(long id, String keyword, String number, String group, boolean stop, String answer, String tells) {}

    @GetMapping(HOME)
    String list(@AuthenticationPrincipal Who who, Model model) {
        List<Group> groups = choices.groups(who.account());
        model.addAttribute(
                "rules",
                desk.list(who.account()).stream().map(rule -> row(rule, groups)).toList());
        model.addAttribute("tabs", words.tabs(who, HOME));
        return "pipeline/inbound-keywords";
    }

    private static Row row(KeywordRule rule, List<Group> groups) {
        String group = groups.stream()
                .filter(it -> Objects.equals(it.id(), rule.group()))
                .map(Group::name)
                .findFirst()
                .orElse("");
        return new Row(
                rule.id(), rule.keyword(), rule.number(), group, rule.stop(), rule.answer(), tells(rule.tells()));
    }

    private static String tells(Tells tells) {
        return Stream.of(tells.name(), tells.url(), tells.email())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
    }

    @GetMapping(HOME + "/new")
    String fresh(@AuthenticationPrincipal Who who, Model model) {
        return form(who, null, RuleForm.EMPTY, FieldErrors.none(), model);
    }

    @PostMapping(HOME)
    String create(
            @ModelAttribute RuleForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return keep(0, form, who, response, redirect, model);
    }

    @GetMapping(HOME + "/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return form(who, id, RuleForm.of(rule(who, id)), FieldErrors.none(), model);
    }

    @PostMapping(HOME + "/{id}")
    String change(
            @PathVariable long id,
            @ModelAttribute RuleForm form,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        rule(who, id);
        return keep(id, form, who, response, redirect, model);
    }

    @PostMapping(HOME + "/{id}/delete")
    String delete(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!desk.remove(who, id)) {
            throw gone();
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("pipeline.inbound.keywords.removed")));
        return "redirect:" + HOME;
    }

    private String keep(
            long id, RuleForm form, Who who, HttpServletResponse response, RedirectAttributes redirect, Model model) {
        List<GroupId> groups =
                choices.groups(who.account()).stream().map(Group::id).toList();
        Map<String, String> faults = switch (form.read(id, who.account(), groups, choices.senders(who.account()))) {
            case Read.Wrong(Map<String, String> wrong) -> wrong;
            case Read.Sound(KeywordRule rule) ->
                switch (desk.keep(who, rule)) {
                    case DONE -> Map.of();
                    case TAKEN -> Map.of("keyword", "keyword-taken");
                    case TOO_MANY -> Map.of("keyword", "keyword-many");
                    case TOO_MANY_LETTERS -> Map.of("email", "email-many");
                    case STALE -> Map.of("keyword", "keyword-stale");
                };
        };
        if (faults.isEmpty()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("pipeline.inbound.keywords.kept")));
            return "redirect:" + HOME;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(who, id == 0 ? null : id, form, words.errors(faults), model);
    }

    private String form(Who who, @Nullable Long id, RuleForm form, FieldErrors errors, Model model) {
        model.addAttribute("id", id);
        model.addAttribute("form", form);
        model.addAttribute("errors", errors);
        model.addAttribute(
                "groups",
                choices.groups(who.account()).stream()
                        .map(group -> new Option(group.id().toString(), group.name()))
                        .toList());
        model.addAttribute(
                "senders",
                choices.senders(who.account()).stream()
                        .map(name -> new Option(name, name))
                        .toList());
        model.addAttribute("crumbs", List.of(new Crumb(words.format().text("pipeline.inbound.keywords"), HOME)));
        return "pipeline/inbound-keyword";
    }

    private KeywordRule rule(Who who, long id) {
        return desk.find(who.account(), id).orElseThrow(RulePages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

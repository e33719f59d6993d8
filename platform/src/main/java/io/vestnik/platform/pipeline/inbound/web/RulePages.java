package io.vestnik.platform.pipeline.inbound.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.pipeline.InboundRules;
import io.vestnik.platform.pipeline.InboundRules.Kept;
import io.vestnik.platform.pipeline.InboundRules.Rule;
import io.vestnik.platform.pipeline.InboundRules.Terms;
import io.vestnik.platform.pipeline.inbound.domain.RuleChoices;
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

    private final InboundRules rules;
    private final RuleChoices choices;
    private final InboundWords words;

    RulePages(InboundRules rules, RuleChoices choices, InboundWords words) {
        this.rules = rules;
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
                rules.list(who.account()).stream()
                        .map(rule -> row(rule, groups))
                        .toList());
        model.addAttribute("tabs", words.tabs(who, HOME));
        return "pipeline/inbound-keywords";
    }

    private static Row row(Rule rule, List<Group> groups) {
        Terms terms = rule.terms();
        String group = groups.stream()
                .filter(it -> it.id().toString().equals(terms.group()))
                .map(Group::name)
                .findFirst()
                .orElse("");
        String tells = Stream.of(terms.name(), terms.url(), terms.email())
                .filter(it -> !it.isEmpty())
                .collect(Collectors.joining(", "));
        return new Row(rule.id(), terms.keyword(), terms.number(), group, terms.stop(), terms.answer(), tells);
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
        if (!rules.remove(who, id)) {
            throw gone();
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("pipeline.inbound.keywords.removed")));
        return "redirect:" + HOME;
    }

    private String keep(
            long id, RuleForm form, Who who, HttpServletResponse response, RedirectAttributes redirect, Model model) {
        int version = Objects.requireNonNullElse(form.version(), 0);
        Map<String, String> faults = switch (rules.keep(who, id, version, form.terms())) {
            case Kept.Done _ -> Map.of();
            case Kept.Wrong(Map<String, String> wrong) -> wrong;
            case Kept.Stale _ -> Map.of("keyword", "stale");
            case Kept.Gone _ -> throw gone();
        };
        if (faults.isEmpty()) {
            redirect.addFlashAttribute(Toast.NAME, Toast.done(words.format().text("pipeline.inbound.keywords.kept")));
            return "redirect:" + HOME;
        }
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        return form(who, id == 0 ? null : id, form, words.ruleErrors(faults), model);
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

    private Rule rule(Who who, long id) {
        return rules.find(who.account(), id).orElseThrow(RulePages::gone);
    }

    private static ResponseStatusException gone() {
        return new ResponseStatusException(HttpStatus.NOT_FOUND);
    }
}

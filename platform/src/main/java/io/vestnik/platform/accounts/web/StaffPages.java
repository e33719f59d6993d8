package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.PasswordLinks;
import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.accounts.domain.Staff;
import io.vestnik.platform.accounts.domain.Staff.Draft;
import io.vestnik.platform.accounts.domain.Staff.Outcome;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.kernel.UserId;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** The people of an account: a list, a new one, roles, blocking, a new password. */
@Controller
@RequestMapping("/accounts/users")
@PreAuthorize("hasAuthority('" + AccountRights.USERS + "')")
class StaffPages {

    private static final int PAGE = 50;

    private final People people;
    private final Staff staff;
    private final PasswordLinks links;
    private final Words words;

    StaffPages(People people, Staff staff, PasswordLinks links, Words words) {
        this.people = people;
        this.staff = staff;
        this.links = links;
        this.words = words;
    }

    @GetMapping
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<Person> page =
                people.list(who.account(), query.search(), query.after().orElse(null), PAGE);
        model.addAttribute("people", page.items());
        model.addAttribute("me", who.user());
        model.addAttribute(
                "list",
                ListView.of("users", query)
                        .searchable("accounts.users.search")
                        .columns(
                                Column.text("name", "accounts.users.name"),
                                Column.text("login", "accounts.users.login"),
                                Column.text("role", "accounts.users.role"),
                                Column.text("state", "accounts.users.state"),
                                Column.text("seen", "accounts.users.seen"))
                        .page(page.items().size(), page.next(), people.count(who.account(), query.search())));
        return "accounts/users";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form(model, new Draft("", "", "", Role.MARKETER), FieldErrors.none());
    }

    @PostMapping
    String add(
            @RequestParam String login,
            @RequestParam String email,
            @RequestParam String name,
            @RequestParam Role role,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model) {
        Draft draft = new Draft(login, email, name, role);
        return switch (staff.add(who, draft)) {
            case Outcome.Done done -> shown(done, model);
            case Outcome.Wrong(Staff.Field field) -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                String text = words.of("accounts.fault." + field.name().toLowerCase(Locale.ROOT));
                yield form(model, draft, FieldErrors.none().and(fieldOf(field), text));
            }
            case Outcome.Stale _, Outcome.Unknown _, Outcome.Refused _ ->
                throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    @GetMapping("/{id}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return page(id, who, model, null, FieldErrors.none());
    }

    private String page(long id, Who who, Model model, @Nullable String typed, FieldErrors errors) {
        Person person = people.of(who.account(), user(id))
                .map(People.Credentials::person)
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
        model.addAttribute("person", person);
        model.addAttribute("self", person.id().equals(who.user()));
        model.addAttribute("roles", words.roles());
        model.addAttribute("byLink", links.on() && person.email() != null);
        model.addAttribute("email", typed == null ? person.email() : typed);
        model.addAttribute("errors", errors);
        return "accounts/user";
    }

    private static UserId user(long id) {
        if (id <= 0) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        return new UserId(id);
    }

    @PostMapping("/{id}/email")
    String email(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam String email,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            RedirectAttributes redirect,
            Model model) {
        return switch (staff.write(who, user(id), version, email)) {
            case Outcome.Done _ -> back(redirect, Toast.done(words.of("accounts.user.saved")), "/" + id);
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Wrong _ -> {
                response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
                String text = words.of("accounts.fault.email_shape");
                yield page(id, who, model, email, FieldErrors.none().and("email", text));
            }
            case Outcome.Stale _ -> back(redirect, Toast.failed(words.of("accounts.user.stale")), "/" + id);
            case Outcome.Refused _ -> throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    @PostMapping("/{id}")
    String change(
            @PathVariable long id,
            @RequestParam int version,
            @RequestParam Role role,
            @RequestParam(defaultValue = "false") boolean active,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        Outcome outcome = staff.change(who, user(id), version, role, active);
        return switch (outcome) {
            case Outcome.Done _ -> back(redirect, Toast.done(words.of("accounts.user.saved")), "");
            case Outcome.Stale _ -> back(redirect, Toast.failed(words.of("accounts.user.stale")), "/" + id);
            case Outcome.Refused _ -> back(redirect, Toast.failed(words.of("accounts.user.refused")), "/" + id);
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Wrong _ -> throw new ResponseStatusException(HttpStatus.BAD_REQUEST);
        };
    }

    @PostMapping("/{id}/password")
    String renew(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        return switch (staff.renew(who, user(id))) {
            case Outcome.Done done -> shown(done, model);
            case Outcome.Unknown _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
            case Outcome.Wrong _, Outcome.Stale _, Outcome.Refused _ ->
                throw new ResponseStatusException(HttpStatus.CONFLICT);
        };
    }

    private String form(Model model, Draft draft, FieldErrors errors) {
        model.addAttribute("draft", draft);
        model.addAttribute("roles", words.roles());
        model.addAttribute("errors", errors);
        model.addAttribute("byLink", links.on());
        return "accounts/user-new";
    }

    private String shown(Outcome.Done done, Model model) {
        model.addAttribute("person", done.person());
        model.addAttribute("password", done.password());
        model.addAttribute("unsent", links.on() && done.person().email() != null ? Tone.FAILURE : null);
        return "accounts/user-secret";
    }

    private static String back(RedirectAttributes redirect, Toast toast, String where) {
        redirect.addFlashAttribute(Toast.NAME, toast);
        return "redirect:/accounts/users" + where;
    }

    private static String fieldOf(Staff.Field field) {
        return switch (field) {
            case LOGIN_SHAPE, LOGIN_TAKEN -> "login";
            case EMAIL_SHAPE -> "email";
            case NAME_EMPTY -> "name";
            case PASSWORD_WRONG, PASSWORD_WEAK -> "password";
        };
    }
}

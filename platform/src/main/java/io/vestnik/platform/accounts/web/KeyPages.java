package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ApiKeys;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Toast;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
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

/** The keys of programs: a list, a new one whose token is shown once, revoking. */
@Controller
@RequestMapping("/accounts/keys")
@PreAuthorize("hasAuthority('" + AccountRights.KEYS + "')")
class KeyPages {

    private static final int LONGEST_NAME = 100;

    private final KeyRing keys;
    private final Words words;

    KeyPages(KeyRing keys, Words words) {
        this.keys = keys;
        this.words = words;
    }

    @GetMapping
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        List<ApiKeys.ApiKey> all = keys.list(who.account());
        model.addAttribute("keys", all);
        model.addAttribute(
                "list",
                ListView.of("keys", query)
                        .columns(
                                Column.text("name", "accounts.users.name"),
                                Column.text("ending", "accounts.keys.ending"),
                                Column.text("role", "accounts.users.role"),
                                Column.text("state", "accounts.users.state"),
                                Column.text("created", "accounts.keys.created"),
                                Column.text("used", "accounts.keys.used"),
                                Column.text("act", "accounts.keys.act"))
                        .page(all.size(), null, null));
        return "accounts/keys";
    }

    @GetMapping("/new")
    String fresh(Model model) {
        return form("", Role.MARKETER, FieldErrors.none(), model);
    }

    @PostMapping
    String create(
            @RequestParam String name,
            @RequestParam Role role,
            @AuthenticationPrincipal Who who,
            HttpServletResponse response,
            Model model) {
        String called = name.strip();
        if (called.isEmpty() || called.length() > LONGEST_NAME) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(called, role, FieldErrors.none().and("name", words.of("accounts.fault.key_name")), model);
        }
        Optional<String> token = keys.create(who, called, role);
        if (token.isEmpty()) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            return form(called, role, FieldErrors.none().and("name", words.of("accounts.fault.keys_many")), model);
        }
        model.addAttribute("token", token.get());
        return "accounts/key-secret";
    }

    @PostMapping("/{id}/revoke")
    String revoke(@PathVariable long id, @AuthenticationPrincipal Who who, RedirectAttributes redirect) {
        if (!keys.revoke(who, id)) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        redirect.addFlashAttribute(Toast.NAME, Toast.done(words.of("accounts.key.revoked")));
        return "redirect:/accounts/keys";
    }

    private String form(String name, Role role, FieldErrors errors, Model model) {
        model.addAttribute("name", name);
        model.addAttribute("role", role);
        model.addAttribute("roles", words.roles());
        model.addAttribute("errors", errors);
        return "accounts/key-new";
    }
}

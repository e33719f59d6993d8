package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.AuditTrail;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** Who changed what in the account. */
@Controller
class AuditPages {

    private static final int PAGE = 50;

    private final AuditTrail trail;

    AuditPages(AuditTrail trail) {
        this.trail = trail;
    }

    @GetMapping("/accounts/audit")
    @PreAuthorize("hasAuthority('" + AccountRights.AUDIT + "')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<AuditTrail.Entry> page =
                trail.list(who.account(), query.search(), query.after().orElse(null), PAGE);
        model.addAttribute("entries", page.items());
        model.addAttribute(
                "list",
                ListView.of("audit", query)
                        .searchable("accounts.audit.search")
                        .columns(
                                Column.text("at", "accounts.audit.at"),
                                Column.text("who", "accounts.audit.who"),
                                Column.text("what", "accounts.audit.what"),
                                Column.text("object", "accounts.audit.object"),
                                Column.text("details", "accounts.audit.details"))
                        .page(page.items().size(), page.next(), null));
        return "accounts/audit";
    }
}

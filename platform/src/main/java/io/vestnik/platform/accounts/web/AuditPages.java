package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.AuditTrail;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import java.util.List;
import java.util.stream.Collectors;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import tools.jackson.databind.json.JsonMapper;

/** Who changed what in the account. */
@Controller
class AuditPages {

    private static final int PAGE = 50;
    private static final List<Field> FIELDS = List.of(
            Field.moment("at", "accounts.audit.at"),
            Field.text("who", "accounts.audit.who"),
            Field.text("what", "accounts.audit.what"),
            Field.text("object", "accounts.audit.object"),
            Field.text("details", "accounts.audit.details"));

    private final AuditTrail trail;
    private final Format format;
    private final JsonMapper json;

    AuditPages(AuditTrail trail, Format format, JsonMapper json) {
        this.format = format;
        this.trail = trail;
        this.json = json;
    }

    /** A record as it is shown, its details as words. */
    record Line(AuditTrail.Entry entry, String details) {}

    @GetMapping("/accounts/audit")
    @PreAuthorize("hasAuthority('" + AccountRights.AUDIT + "')")
    String list(ListQuery query, @AuthenticationPrincipal Who who, Model model) {
        Slice<AuditTrail.Entry> page = trail.list(
                who.account(),
                query.search(),
                query.conditions(FIELDS, format.zone()),
                query.after().orElse(null),
                PAGE);
        model.addAttribute(
                "lines",
                page.items().stream().map(it -> new Line(it, details(it))).toList());
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
                        .fields(FIELDS)
                        .page(page.items().size(), page.next(), null));
        return "accounts/audit";
    }

    private String details(AuditTrail.Entry entry) {
        return json.readTree(entry.details()).properties().stream()
                .map(it -> it.getKey() + ": "
                        + (it.getValue().isString() ? it.getValue().asString() : it.getValue()))
                .collect(Collectors.joining("; "));
    }
}

package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.GroupTrash;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tab;
import java.util.List;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The tabs of the trash, and how long it keeps. */
@Component
class TrashTabs {
    private final GroupTrash groups;
    private final Format format;
    private final int days;

    TrashTabs(GroupTrash groups, Format format, @Value("${vestnik.contacts.trash-days:30}") int days) {
        this.groups = groups;
        this.format = format;
        this.days = days;
    }

    void show(AccountId account, boolean ofGroups, Model model) {
        model.addAttribute("lead", format.text("contacts.trash.lead", format.count(days, "contacts.days")));
        model.addAttribute(
                "tabs",
                List.of(
                        Tab.of(format.text("contacts.title"), "/contacts/trash", !ofGroups),
                        new Tab(format.text("contacts.groups.title"), "/contacts/trash/groups", ofGroups, (long)
                                groups.list(account).size())));
    }
}

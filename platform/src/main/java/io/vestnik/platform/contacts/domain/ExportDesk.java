package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactExports;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Orders tables of contacts, for pages and for programs. */
@Service
class ExportDesk implements ContactExports {
    private static final int LONGEST_NAME = 80;

    private final GroupStore groups;
    private final ContactStore contacts;
    private final Work work;
    private final Audit audit;
    private final MessageSource messages;

    ExportDesk(GroupStore groups, ContactStore contacts, Work work, Audit audit, MessageSource messages) {
        this.groups = groups;
        this.contacts = contacts;
        this.work = work;
        this.audit = audit;
        this.messages = messages;
    }

    /** How a job is started. */
    @Component
    record Work(Jobs jobs, JsonMapper json) {
        JobId start(AccountId account, ExportOrder order) {
            return jobs.start(account, ContactExporting.NAME, json.writeValueAsString(order));
        }
    }

    @Override
    public JobId start(Who who, Of of, String format, List<String> columns) {
        ExportOrder order = order(who, of, format, columns);
        JobId job = work.start(who.account(), order);
        audit.record(
                who, "contacts.exported", "job " + job, Map.of("columns", columns.size(), "contacts", order.total()));
        return job;
    }

    private ExportOrder order(Who who, Of of, String format, List<String> columns) {
        AccountId account = who.account();
        String all = messages.getMessage("contacts.title", null, LocaleContextHolder.getLocale());
        return switch (of) {
            case Of.OfGroups(List<Group> chosen) ->
                new ExportOrder(
                        format,
                        name(all),
                        chosen.stream()
                                .map(group -> ExportOrder.Part.of(
                                        group.name(), new ContactFilter("", group.id(), null, null)))
                                .toList(),
                        columns,
                        chosen.stream().mapToLong(Group::contacts).sum(),
                        who.name());
            case Of.Chosen(List<Long> ids) ->
                new ExportOrder(
                        format,
                        name(all),
                        List.of(new ExportOrder.Part(all, ContactFilter.ALL, ids)),
                        columns,
                        ids.size(),
                        who.name());
            case Of.Matching(Meant meant) -> {
                Optional<GroupId> group = Optional.ofNullable(meant.group());
                String title = group.flatMap(id -> groups.find(account, id))
                        .map(Group::name)
                        .orElse(all);
                ContactFilter filter = ContactFilter.of(meant);
                yield new ExportOrder(
                        format,
                        name(title),
                        List.of(ExportOrder.Part.of(title, filter)),
                        columns,
                        contacts.count(account, filter),
                        who.name());
            }
        };
    }

    private static String name(String title) {
        String clean = title.replaceAll("[\\\\/:*?\"<>|\\p{Cntrl}]", " ").strip();
        return clean.isEmpty() ? "contacts" : clean.substring(0, Math.min(clean.length(), LONGEST_NAME));
    }
}

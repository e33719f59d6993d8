package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.domain.TemplateStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.ListQuery;
import java.text.Collator;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Templates as rows: there are at most some hundred, so that they are ordered and paged as they are. */
@Component
class TemplateTable {
    private static final ListQuery.Sort BY_FOLDER = new ListQuery.Sort("folder", false);

    private final TemplateStore store;

    TemplateTable(TemplateStore store) {
        this.store = store;
    }

    /** Those that match, in the order that was asked for; without one by folder and name. */
    List<StoredTemplate> matching(AccountId account, ListQuery query) {
        List<StoredTemplate> found = store.list(account, query.filter("folder").orElse(null), query.search());
        ListQuery.Sort sort = query.sort(BY_FOLDER, "name", "folder", "sender", "changed");
        Comparator<Object> letters = Collator.getInstance(Locale.forLanguageTag("ru"));
        List<StoredTemplate> rows = new ArrayList<>(found);
        switch (sort.column()) {
            case "name" ->
                rows.sort(Comparator.comparing(template -> template.draft().name(), letters));
            case "sender" ->
                rows.sort(Comparator.comparing(template -> template.draft().sender(), letters));
            case "changed" -> rows.sort(Comparator.comparing(StoredTemplate::changedAt));
            default -> {} // as they come
        }
        return sort.descending() ? rows.reversed() : rows;
    }
}

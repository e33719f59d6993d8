package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.ArrangedLists;
import io.vestnik.platform.shell.ListMemory;
import java.util.List;
import org.springframework.security.core.Authentication;
import org.springframework.stereotype.Component;

/** Remembers people's lists with the people. */
@Component
class PersonalLists implements ListMemory {

    private final ArrangedLists lists;

    PersonalLists(ArrangedLists lists) {
        this.lists = lists;
    }

    @Override
    public List<String> columns(Authentication authentication, String list) {
        return authentication.getPrincipal() instanceof Who who && who.user() != null
                ? lists.columns(who.account(), who.user(), list)
                : List.of();
    }

    @Override
    public void arrange(Authentication authentication, String list, List<String> columns) {
        if (!(authentication.getPrincipal() instanceof Who who) || who.user() == null) {
            return; // a program has no lists
        }
        if (columns.isEmpty()) {
            lists.forget(who.account(), who.user(), list);
        } else {
            lists.keep(who.account(), who.user(), list, columns);
        }
    }
}

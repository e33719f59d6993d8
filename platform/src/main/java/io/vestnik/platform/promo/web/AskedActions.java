package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.ActionDesk;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ResponseStatusException;

/** The action that an address names. */
@Component
record AskedActions(ActionDesk desk) {
    /** The action of the account; 404 where there is none. */
    Action of(Who who, long id) {
        return (id > 0 ? desk.find(who.account(), new ActionId(id)) : Optional.<Action>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

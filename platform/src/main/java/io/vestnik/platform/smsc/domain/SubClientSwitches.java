package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.pipeline.TestModes;
import io.vestnik.platform.smsc.domain.ServedEndpoints.Served;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Hears.States;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.Webhooks.Draft;
import io.vestnik.platform.webhooks.Webhooks.Saved;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What of the settings of accounts below means something here: test mode, blocking, and where statuses and inbound messages go. */
@Component
class SubClientSwitches {
    private static final String TEST = "fl2[27]";
    private static final String BLOCKED = "fl2[10]";
    private static final String URL = "url";
    private static final String STATES = "fl[10]";
    private static final String INBOUND = "fl[11]";
    private static final int LONGEST_URL = 500;

    private final AccountsBelow below;
    private final TestModes modes;
    private final SendingRules rules;
    private final Webhooks webhooks;
    private final ServedEndpoints served;

    SubClientSwitches(
            AccountsBelow below, TestModes modes, SendingRules rules, Webhooks webhooks, ServedEndpoints served) {
        this.below = below;
        this.modes = modes;
        this.rules = rules;
        this.webhooks = webhooks;
        this.served = served;
    }

    /** Whether they can be set on a new account. */
    boolean fit(Params params) {
        String url = params.get(URL);
        return url.isEmpty() || (url.length() <= LONGEST_URL && OutboundHttp.isWebAddress(url));
    }

    /** Sets those that are named, on an account right below. */
    boolean set(Client client, AccountId account, Params params) {
        if (params.names(TEST) && params.on(TEST) != rules.of(account).test()) {
            modes.turn(client.who(), account, params.on(TEST));
        }
        boolean told = !params.has(URL) || tell(client, account, params);
        if (params.on(BLOCKED)) {
            below.close(client.who(), account);
        } else if (params.names(BLOCKED)) {
            below.reopen(client.who(), account);
        }
        return told;
    }

    /** Changes the endpoint that was made here before, and makes one where there is none or the account has changed it: its own stay as they are. */
    private boolean tell(Client client, AccountId account, Params params) {
        // In the name of the account whose endpoint it is: its audit names who serves it.
        Who who = new Who(account, null, client.who().key(), client.who().name(), Set.of());
        // As the service does: each state, and a followed link as one more.
        boolean told = params.on(STATES);
        Hears hears = new Hears(told ? States.EVERY : States.NONE, told, params.on(INBOUND), false, null);
        Draft draft = new Draft(params.get(URL), EndpointForm.SMSC, hears, 1, 0);
        Saved saved = served.find(account)
                .flatMap(mine -> webhooks.find(account, mine.id()).filter(it -> it.version() == mine.version()))
                .map(known -> webhooks.change(who, known.id(), known.version(), draft))
                .orElseGet(() -> webhooks.create(who, draft));
        if (!(saved instanceof Saved.Kept(Endpoint endpoint))) {
            return false;
        }
        served.keep(account, new Served(endpoint.id(), endpoint.version()));
        return true;
    }
}

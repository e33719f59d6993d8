package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.tariffs.Tariffs;
import org.springframework.stereotype.Component;

/** Which network a phone is in, and what a part to it costs. */
@Component
class AudiencePrices {
    private final Numbering numbering;
    private final Tariffs tariffs;
    private final Routes routes;
    private final Accounts accounts;
    private final SendingRules rules;

    AudiencePrices(Numbering numbering, Tariffs tariffs, Routes routes, Accounts accounts, SendingRules rules) {
        this.numbering = numbering;
        this.tariffs = tariffs;
        this.routes = routes;
        this.accounts = accounts;
        this.rules = rules;
    }

    Origin originOf(String phone) {
        return numbering.of(phone);
    }

    /** The network with its price as of now and nobody in it yet. */
    Network price(AccountId account, TrafficType type, Origin origin) {
        String mccMnc = origin.mccMnc();
        Network.Quote quote =
                tariffs.quote(account, mccMnc, type).map(Network.Quote::of).orElse(null);
        boolean reachable = routes.choose(account, mccMnc, type).isPresent();
        return new Network(mccMnc, quote, reachable, 0, 0, null, isBarred(account, origin) ? Verdict.FOREIGN : null);
    }

    /** Whether what the account sends now is sent to nobody and costs nothing. */
    boolean tests(AccountId account) {
        return rules.of(account).test();
    }

    private boolean isBarred(AccountId account, Origin origin) {
        return rules.of(account).homeOnly()
                && !origin.country().equals(accounts.get(account).country());
    }
}

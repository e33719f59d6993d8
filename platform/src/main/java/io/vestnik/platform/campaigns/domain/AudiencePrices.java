package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.tariffs.Tariffs;
import org.springframework.stereotype.Component;

/** Which network a phone is in, and what a part to it costs. */
@Component
class AudiencePrices {
    private final Numbering numbering;
    private final Tariffs tariffs;
    private final Routes routes;

    AudiencePrices(Numbering numbering, Tariffs tariffs, Routes routes) {
        this.numbering = numbering;
        this.tariffs = tariffs;
        this.routes = routes;
    }

    Origin originOf(String phone) {
        return numbering.of(phone);
    }

    String networkOf(String phone) {
        return numbering.of(phone).mccMnc();
    }

    /** The network with its price as of now and nobody in it yet. */
    Network price(AccountId account, TrafficType type, String mccMnc) {
        Network.Quote quote =
                tariffs.quote(account, mccMnc, type).map(Network.Quote::of).orElse(null);
        boolean reachable = routes.choose(account, mccMnc, type).isPresent();
        return new Network(mccMnc, quote, reachable, 0, 0);
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Senders;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Under which name each network is written to: the main one, the reserve where that is not let through, or none. */
@Component
class SenderChoice {
    private final Senders senders;

    SenderChoice(Senders senders) {
        this.senders = senders;
    }

    /** The network, told its name; one whose operator lets neither through is barred. */
    Network named(AccountId account, String sender, @Nullable String reserve, Network network) {
        Set<String> operators = senders.operators(account, sender);
        if (operators.isEmpty() || operators.contains(network.mccMnc())) {
            return network;
        }
        return reserve != null && senders.allowed(account, reserve, network.mccMnc())
                ? network.under(reserve)
                : network.barredFor(Verdict.SENDER_BARRED);
    }
}

package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SendingTerms.Outside;
import io.vestnik.platform.senders.Senders;
import java.time.Clock;
import java.time.Instant;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Whether an account may send: at all, under this name, there, and at this time. */
@Component
class Permission {
    private final Accounts accounts;
    private final Senders senders;
    private final Numbering numbering;
    private final KeptTerms terms;
    private final Clock clock;

    Permission(Accounts accounts, Senders senders, Numbering numbering, KeptTerms terms, Clock clock) {
        this.accounts = accounts;
        this.senders = senders;
        this.numbering = numbering;
        this.terms = terms;
        this.clock = clock;
    }

    /** Whether the account sends nothing at all. */
    boolean isClosed(NewMessage offered) {
        return accounts.find(offered.account()).filter(Account::active).isEmpty();
    }

    /** Why a message that is right in itself may not be sent; null when it may. */
    @Nullable
    Reason refusal(NewMessage offered) {
        if (!isAllowedSender(offered)) {
            return Reason.SENDER_NOT_ALLOWED;
        }
        SendingTerms settled = terms.of(offered.account());
        if (settled.homeOnly() && !isAtHome(offered)) {
            return Reason.FOREIGN_NUMBER;
        }
        SendingTerms.Allowed allowed = settled.allowed();
        return allowed != null && allowed.holds(offered.type()) && isTooLate(offered, allowed)
                ? Reason.OUTSIDE_HOURS
                : null;
    }

    /** Where a network belongs is asked for only where that matters. */
    private boolean isAllowedSender(NewMessage offered) {
        if (!senders.allowed(offered.account(), offered.sender())) {
            return false;
        }
        Set<String> operators = senders.operators(offered.account(), offered.sender());
        return operators.isEmpty()
                || operators.contains(numbering.of(offered.recipient()).mccMnc());
    }

    private boolean isAtHome(NewMessage offered) {
        return numbering
                .of(offered.recipient())
                .country()
                .equals(accounts.get(offered.account()).country());
    }

    /** What people and the house itself send may wait in any case: nobody would offer it again. */
    private static boolean isOfPrograms(NewMessage offered) {
        return switch (offered.way()) {
            case API, SMPP -> true;
            case CABINET -> false;
        };
    }

    /** Whether its lifetime would be over before the hours open, or it may not wait for them. */
    private boolean isTooLate(NewMessage offered, SendingTerms.Allowed allowed) {
        Instant now = clock.instant();
        Instant at = offered.sendAt() == null || offered.sendAt().isBefore(now) ? now : offered.sendAt();
        Instant opens = (at.equals(now) ? terms.opens(offered.account()) : terms.opens(offered.account(), at))
                .orElse(Instant.MAX);
        return switch (isOfPrograms(offered) ? allowed.outside() : Outside.WAIT) {
            case WAIT -> !opens.isBefore(at.plus(offered.validity()));
            case REFUSE -> opens.isAfter(at);
        };
    }
}

package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.contacts.Outcome;
import io.vestnik.platform.contacts.Outcome.Kind;
import io.vestnik.platform.contacts.Outcomes;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.SendingTerms;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Tells contacts what came of messages, some thousands at a time, behind the path and never on it. */
@Component
class ContactOutcomes implements FactSubscriber {
    private final Outcomes contacts;

    ContactOutcomes(Outcomes contacts) {
        this.contacts = contacts;
    }

    @Override
    public String name() {
        return "contacts";
    }

    /** People who follow links are told of too. */
    @Override
    public boolean wants(MessageFact fact) {
        return kind(fact) != null;
    }

    @Override
    public void take(List<MessageFact> facts) {
        List<Outcome> outcomes = new ArrayList<>();
        for (MessageFact fact : facts) {
            Kind kind = kind(fact);
            if (kind != null) {
                outcomes.add(new Outcome(fact.account(), fact.recipient(), kind, fact.at()));
            }
        }
        contacts.recordOutcomes(outcomes);
    }

    /** A message that was refused before a network took it, or was sent to try out, says nothing about the phone. */
    private static @Nullable Kind kind(MessageFact fact) {
        if (fact.mark() != null) {
            return switch (fact.mark()) {
                case CLICKED -> Kind.CLICKED;
                case UNSUBSCRIBED -> null; // the stop-list knows
                case REDEEMED -> null; // the till knows
            };
        }
        return switch (fact.to()) {
            case SENT -> Kind.SENT;
            case DELIVERED -> Kind.DELIVERED;
            case UNDELIVERED, EXPIRED -> SendingTerms.VIRTUAL.equals(fact.error()) ? null : Kind.UNDELIVERED;
            case SCHEDULED, MODERATION, AWAITING_PAYMENT, QUEUED, SENDING, IN_DOUBT, READ, REJECTED, CANCELLED -> null;
        };
    }
}

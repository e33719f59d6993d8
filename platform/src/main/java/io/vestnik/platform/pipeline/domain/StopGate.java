package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.contacts.WritingRules.Letter;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.pipeline.NewMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * Lets through whom their account may write to. Every message comes through here before it is stored, from whatever way, and once
 * more before it leaves if it has waited long; for accounts that stop nobody nothing is asked.
 */
@Component
class StopGate {
    private final WritingRules rules;

    StopGate(WritingRules rules) {
        this.rules = rules;
    }

    /** Joins the transaction in which the messages are stored: one query for all of them, or none. */
    Admitted admit(List<Priced> messages) {
        Map<AccountId, Boolean> concerned = new HashMap<>(4);
        List<Letter> letters = new ArrayList<>(0);
        List<Long> asked = new ArrayList<>(0);
        for (Priced message : messages) {
            Priced.Origin origin = message.origin();
            if (concerned.computeIfAbsent(origin.account(), rules::concern)) {
                letters.add(new Letter(
                        origin.account(), WritingRules.SMS, origin.sender(), origin.type(), message.recipient()));
                asked.add(message.id().value());
            }
        }
        Set<Long> stopped = stopped(letters, asked);
        return stopped.isEmpty()
                ? new Admitted(messages, stopped)
                : new Admitted(
                        messages.stream()
                                .filter(message ->
                                        !stopped.contains(message.id().value()))
                                .toList(),
                        stopped);
    }

    /** The places among these messages of an account of those whose recipients may not be written to now. */
    Set<Integer> stopped(AccountId account, List<NewMessage> messages) {
        if (messages.isEmpty() || !rules.concern(account)) {
            return Set.of();
        }
        return rules.refused(messages.stream()
                        .map(it -> new Letter(account, WritingRules.SMS, it.sender(), it.type(), it.recipient()))
                        .toList())
                .keySet();
    }

    /** Which of these may not be written to any more. */
    Set<Long> stopped(AccountId account, boolean codes, List<Outgoing> messages) {
        if (messages.isEmpty() || !rules.concern(account)) {
            return Set.of();
        }
        TrafficType type = codes ? TrafficType.CODE : TrafficType.SERVICE;
        return stopped(
                messages.stream()
                        .map(it -> new Letter(account, WritingRules.SMS, it.sender(), type, it.recipient()))
                        .toList(),
                messages.stream().map(it -> it.id().value()).toList());
    }

    private Set<Long> stopped(List<Letter> letters, List<Long> ids) {
        if (letters.isEmpty()) {
            return Set.of();
        }
        Set<Long> stopped = new HashSet<>();
        rules.refused(letters).keySet().forEach(place -> stopped.add(ids.get(place)));
        return stopped;
    }
}

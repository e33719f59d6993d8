package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Where accounts ask for names; a request that keeps the rule is approved at once. */
@Service
class SenderList {
    /** More names than anybody needs; keeps one account from filling everybody's memory. */
    static final int MOST_NAMES = 200;

    private static final int MOST_OPERATORS = 50;

    private final SenderStore store;
    private final AllowedNames names;
    private final Transactions transactions;
    private final Aftermath aftermath;
    private final Clock clock;

    /** Who hears of what was done, within its transaction. */
    @Component("senderAftermath")
    record Aftermath(Audit audit, ApplicationEventPublisher events) {}

    SenderList(SenderStore store, AllowedNames names, Transactions transactions, Aftermath aftermath, Clock clock) {
        this.store = store;
        this.names = names;
        this.transactions = transactions;
        this.aftermath = aftermath;
        this.clock = clock;
    }

    /** Lets a name be used at some networks only; at all where none is named. */
    Answer limit(Who who, Sender sender, String written) {
        List<String> codes = Arrays.stream(written.split("[\\s,;]+", -1))
                .filter(code -> !code.isEmpty())
                .distinct()
                .sorted()
                .toList();
        for (String code : codes) {
            if (!code.matches("\\d{5,6}")) {
                return new Answer.Refused("operator", code.substring(0, Math.min(code.length(), 20)));
            }
        }
        if (codes.size() > MOST_OPERATORS) {
            return new Answer.Refused("operators", Integer.toString(MOST_OPERATORS));
        }
        return transactions.call(() -> {
            if (!store.limit(who.account(), sender.id(), codes)) {
                return new Answer.Refused("gone", "");
            }
            aftermath
                    .audit()
                    .record(who, "sender.limited", "sender " + sender.name(), Map.of("operators", codes.toString()));
            names.refresh();
            return new Answer.Approved();
        });
    }

    /** Asks for a name; asking again for one that is there changes nothing. */
    Answer request(Who who, String text) {
        return switch (SenderName.read(text)) {
            case SenderName.Read.Sound _ -> transactions.call(() -> add(who, new SenderName(text)));
            case SenderName.Read.TooShort _ -> new Answer.Refused("short", "");
            case SenderName.Read.TooLong _ -> new Answer.Refused("long", "");
            case SenderName.Read.BadCharacter(String character) -> new Answer.Refused("character", character);
        };
    }

    private Answer add(Who who, SenderName name) {
        if (store.count(who.account()) >= MOST_NAMES) {
            return new Answer.Refused("many", Integer.toString(MOST_NAMES));
        }
        if (store.add(who.account(), name, who.name(), clock.instant())) {
            aftermath.audit().record(who, "sender.requested", "sender " + name.text(), Map.of());
            aftermath
                    .events()
                    .publishEvent(new SenderAnswered(who.account(), name.text(), SenderState.APPROVED.code(), ""));
            names.refresh();
            return new Answer.Approved();
        }
        return new Answer.Refused("there", "");
    }

    /** Gives a name up; false when it is gone already. */
    boolean delete(Who who, Sender sender) {
        return transactions.call(() -> {
            boolean deleted = store.delete(who.account(), sender.id());
            if (deleted) {
                aftermath.audit().record(who, "sender.deleted", "sender " + sender.name(), Map.of());
                names.refresh();
            }
            return deleted;
        });
    }

    /** What came of asking for a name. */
    sealed interface Answer {
        record Approved() implements Answer {}

        /**
         * It was not kept.
         *
         * @param reason the end of a key of the bundle
         * @param detail such as the character that may not be there; may be empty
         */
        record Refused(String reason, String detail) implements Answer {}
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageDoor.MessageRequest;
import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.api.MessageReading.Usual;
import io.vestnik.platform.pipeline.SendingRules;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads messages by the settings of the account where a request says nothing, with the marks of their links. */
@Component
class LetterReader {
    private final SendingRules rules;
    private final Phones phones;
    private final Shortening shortening;
    private final Clock clock;

    LetterReader(SendingRules rules, Phones phones, Shortening shortening, Clock clock) {
        this.rules = rules;
        this.phones = phones;
        this.shortening = shortening;
        this.clock = clock;
    }

    /** Reads one message that is the whole request. */
    Read one(Who who, MessageRequest request) {
        return read(who, request, usual(who), "");
    }

    /** Reads many, in the order given; {@code at} points to the list of them. */
    List<Read> many(Who who, List<@Nullable MessageRequest> requests, String at) {
        Usual usual = usual(who);
        List<Read> read = new ArrayList<>(requests.size());
        for (int i = 0; i < requests.size(); i++) {
            read.add(read(who, requests.get(i), usual, at + "/" + i));
        }
        return read;
    }

    private Read read(Who who, @Nullable MessageRequest request, Usual usual, String at) {
        Read read = MessageReading.read(who, request, usual, at);
        boolean shortLinks = request != null
                && Objects.requireNonNullElse(
                        request.shortLinks(), usual.terms().shortLinks());
        return shortLinks && read instanceof Read.Message message ? shortening.marked(message, at) : read;
    }

    private Usual usual(Who who) {
        return new Usual(phones.home(who.account()), rules.of(who.account()), clock.instant());
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.api.MessageReading.Read;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.links.MessageLinks.Letter;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.sms.Body;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Puts short links in place of addresses in single messages that ask for it. */
@Component
class Shortening {
    /** Ten parts, and ten addresses of the longest kind, are shorter. */
    private static final int LONGEST = 30_000;

    private final Links links;
    private final MessageLinks own;

    Shortening(Links links, MessageLinks own) {
        this.links = links;
        this.own = own;
    }

    /** Looks what becomes a link in a message; in octets nothing does; {@code at} points to it within the request. */
    Read marked(Read.Message read, String at) {
        NewMessage message = read.message();
        return switch (message.body()) {
            case Body.Text text -> marked(message, text.text(), at);
            case Body.Binary _ -> read;
        };
    }

    private Read marked(NewMessage message, String text, String at) {
        if (text.length() > LONGEST) {
            return new Read.Wrong(List.of(new FieldError(at + "/text", "too_long", null)));
        }
        Marked marked = links.mark(message.account(), text, true);
        return marked.faults().isEmpty()
                ? new Read.Message(message, marked)
                : new Read.Wrong(marked.faults().stream()
                        .limit(Links.MOST)
                        .map(fault -> new FieldError(at + "/text", fault.code(), fault.detail()))
                        .toList());
    }

    /** A message with links that lead nowhere, as long as its own would be. */
    static NewMessage example(Read.Message read) {
        return read.marked() == null
                ? read.message()
                : read.message().with(LinkMarks.example(read.marked().text()));
    }

    /** Whether any of these is to get links. */
    static boolean wanted(List<Read.Message> messages) {
        return messages.stream().anyMatch(message -> message.marked() != null);
    }

    /** Takes back the links of messages that were offered under these ids and refused. */
    void takeBack(AccountId account, List<MessageId> ids, List<Acceptance> answers) {
        own.takeBack(account, Acceptance.refused(ids, answers));
    }

    /** The messages as they are sent under these ids: with links of their own. */
    List<NewMessage> written(AccountId account, List<Read.Message> messages, List<MessageId> ids) {
        if (!wanted(messages)) {
            return messages.stream().map(Read.Message::message).toList();
        }
        List<Letter> letters = new ArrayList<>();
        for (int i = 0; i < messages.size(); i++) {
            Marked marked = messages.get(i).marked();
            if (marked != null) {
                letters.add(new Letter(ids.get(i), marked));
            }
        }
        Iterator<String> texts = own.write(account, letters).iterator();
        return messages.stream()
                .map(read -> read.marked() == null
                        ? read.message()
                        : read.message().with(Objects.requireNonNull(texts.next())))
                .toList();
    }
}

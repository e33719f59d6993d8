package io.vestnik.platform.notices;

import io.vestnik.platform.pipeline.InboundLetter;
import io.vestnik.platform.pipeline.InboundMessage;
import io.vestnik.platform.pipeline.Inbox;
import java.time.format.DateTimeFormatter;
import java.util.List;
import org.springframework.scheduling.annotation.Async;
import org.springframework.transaction.event.TransactionalEventListener;

/** Writes what people wrote to whom a rule about a word names; after the commit, and outside of any transaction. */
class KeywordLetters {
    /** More of them are only counted. */
    private static final int MOST = 100;

    private static final int LONGEST_TEXT = 600;
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm");

    private final AffairLetters letters;
    private final Inbox inbox;

    KeywordLetters(AffairLetters letters, Inbox inbox) {
        this.letters = letters;
        this.inbox = inbox;
    }

    /** Told twice it writes twice, which is better than not at all. */
    @Async
    @TransactionalEventListener
    public void on(InboundLetter wanted) {
        List<Long> shown =
                wanted.messages().subList(0, Math.min(MOST, wanted.messages().size()));
        List<InboundMessage> messages = inbox.all(wanted.account(), shown);
        if (messages.isEmpty()) {
            return; // erased since
        }
        int more = wanted.messages().size() - shown.size();
        letters.write(wanted.account(), wanted.email(), "notices.inbound", (account, language) -> {
            StringBuilder text = new StringBuilder();
            for (InboundMessage message : messages) {
                text.append(TIME.format(message.at().atZone(account.zone())))
                        .append(" · ")
                        .append(message.phone())
                        .append(" → ")
                        .append(message.number())
                        .append('\n')
                        .append(shortened(message.text()))
                        .append("\n\n");
            }
            if (more > 0) {
                text.append(letters.text(language, "notices.inbound.more", Integer.toString(more)))
                        .append("\n\n");
            }
            return new Object[] {wanted.keyword(), text, letters.page("/pipeline/inbound")};
        });
    }

    private static String shortened(String text) {
        if (text.length() <= LONGEST_TEXT) {
            return text;
        }
        int end = Character.isHighSurrogate(text.charAt(LONGEST_TEXT - 1)) ? LONGEST_TEXT - 1 : LONGEST_TEXT;
        return text.substring(0, end) + "…";
    }
}

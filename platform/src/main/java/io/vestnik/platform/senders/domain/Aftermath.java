package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.PaperRefused;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderAnswered;
import java.util.Map;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Who hears of what was done with a name, within its transaction. */
@Component("senderAftermath")
record Aftermath(Audit audit, ApplicationEventPublisher events, AllowedNames names) {
    /** Writes it down, and lets this node know at once which names may be used. */
    void done(Who who, String what, Sender sender, Map<String, ?> details) {
        audit.record(who, "sender." + what, "sender " + sender.name(), details);
        names.refresh();
    }

    /** Tells of an answer to whoever wants to hear. */
    void answered(Sender sender) {
        events.publishEvent(new SenderAnswered(
                sender.account(), sender.name(), sender.state().code(), sender.answer(), sender.answerer() != null));
    }

    /** Tells that a paper is no good. */
    void refused(Sender sender, String paper, String words) {
        events.publishEvent(new PaperRefused(sender.account(), sender.name(), paper, words));
    }
}

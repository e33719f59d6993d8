package io.vestnik.platform.senders;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.domain.AnswerDesk;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes sender names for tests. */
public final class SenderFixtures {
    private SenderFixtures() {}

    /** A name that was just asked for. */
    public static Sender asked(Who who, String name, ApplicationContext context) {
        SenderNames.Answer answer = context.getBean(SenderNames.class).request(who, name, Sender.Terms.NONE);
        return ((SenderNames.Answer.Kept) answer).sender();
    }

    /** The smallest thing that begins as a PDF does. */
    public static byte[] pdf() {
        return "%PDF-1.7 paper".getBytes(StandardCharsets.US_ASCII);
    }

    /** A new name with a paper; the ids of both. */
    public static List<Long> withPaper(Who who, String name, ApplicationContext context) {
        long sender = asked(who, name, context).id();
        SenderPapers.Attached attached = context.getBean(SenderPapers.class)
                .attach(who, sender, new SenderPapers.Upload("letter.pdf", "", pdf()));
        return List.of(sender, ((SenderPapers.Attached.Kept) attached).paper().id());
    }

    /** Does something while the account answers for the names below it; then it answers no more. */
    public static <T> T answeredBy(Who above, ApplicationContext context, Supplier<T> work) {
        AnswerDesk desk = context.getBean(AnswerDesk.class);
        desk.answers(above, true);
        try {
            return work.get();
        } finally {
            desk.answers(above, false);
        }
    }

    /** Lets the account send codes as if it had sent none: tests share accounts. */
    public static void forgetCodes(Who who, ApplicationContext context) {
        context.getBean(JdbcClient.class)
                .sql("DELETE FROM senders.code_count WHERE account = :account")
                .param("account", who.account().value())
                .update();
    }

    /** The code of the newest message to a number, which nobody can read in lists. */
    public static String codeSentTo(String number, ApplicationContext context) {
        return context.getBean(JdbcClient.class)
                .sql("SELECT body FROM pipeline.message WHERE recipient = :number ORDER BY id DESC LIMIT 1")
                .param("number", number)
                .query(String.class)
                .single()
                .replaceFirst("(?s).*(?:код|code) (\\d{6}).*", "$1");
    }
}

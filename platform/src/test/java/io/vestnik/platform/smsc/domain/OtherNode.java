package io.vestnik.platform.smsc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.pipeline.Estimates;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smsc.domain.RequestStore.Digest;
import io.vestnik.platform.smsc.domain.RequestStore.Request;
import io.vestnik.platform.smsc.domain.SentStore.Sent;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.store.Transactions;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import org.springframework.context.ApplicationContext;

/** A node that remembers nothing of what others were asked, on their database. */
public final class OtherNode implements AutoCloseable {
    private final Pipeline pipeline;
    private final SentBook book;
    private final SendScript send;
    private final JobsScript jobs;
    private final Who who;

    /** As asked by this account. */
    public OtherNode(ApplicationContext context, Who who) {
        this.who = who;
        SmscSettings settings = context.getBean(SmscSettings.class);
        Clock clock = context.getBean(Clock.class);
        this.book = new SentBook(
                context.getBean(SentStore.class),
                context.getBean(RequestStore.class),
                context.getBean(Transactions.class),
                clock);
        this.pipeline = context.getBean(Pipeline.class);
        Posting posting =
                new Posting(pipeline, context.getBean(Estimates.class), book, context.getBean(MessageLinks.class));
        this.send = new SendScript(
                context.getBean(Destinations.class),
                context.getBean(Composing.class),
                posting,
                context.getBean(SendAnswers.class),
                new Throttles(settings, clock));
        this.jobs = context.getBean(JobsScript.class);
    }

    public Answer send(Map<String, String> asked) {
        return send.run(new Client(who, KeyUse.FREE), params(asked));
    }

    public Answer jobs(Map<String, String> asked) {
        return jobs.run(new Client(who, KeyUse.FREE), params(asked));
    }

    /** Notes a request that sends to one phone, and gets no further; the ids under which its messages were to be offered. */
    public List<MessageId> dies(Map<String, String> asked) {
        Params params = params(asked);
        List<MessageId> ids = pipeline.newIds(who.account(), 1);
        Sent sent = new Sent(who.account(), params.get("id"), params.get("phones"), ids.getFirst(), null);
        Digest digest = Digest.of(SendScript.NAME + false + params.asked());
        assertThat(book.keep(List.of(sent), new Request(who.account(), digest, book.now(), ids))
                        .join())
                .isEmpty();
        return ids;
    }

    private static Params params(Map<String, String> asked) {
        return new Params(asked, StandardCharsets.UTF_8, Form.JSON);
    }

    @Override
    public void close() {
        book.destroy();
    }
}

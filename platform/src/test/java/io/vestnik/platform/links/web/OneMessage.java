package io.vestnik.platform.links.web;

import static org.awaitility.Awaitility.await;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Followed;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.links.domain.Clicks;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.assertj.MockMvcTester;
import org.springframework.test.web.servlet.assertj.MockMvcTester.MockMvcRequestBuilder;

/** A message that was sent, and links that its recipient may have. */
@WebTest
abstract class OneMessage {
    static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148";
    static final String PAGE = "https://shop.example/sale?a=1";
    private static final AtomicLong NUMBERS = new AtomicLong(79_150_000_000L);
    static final AtomicLong CAMPAIGNS = new AtomicLong(700_000);
    static final AtomicInteger CALLERS = new AtomicInteger();

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Links links;

    @Autowired
    Clicks clicks;

    @Autowired
    Pipeline pipeline;

    @Autowired
    Timelines timelines;

    @Autowired
    Stops stops;

    @Autowired
    JdbcClient jdbc;

    final CampaignId campaign = new CampaignId(CAMPAIGNS.incrementAndGet());
    Who client;
    String phone = "";
    MessageId message;

    @BeforeEach
    void sendOneMessage() {
        client = SignIns.who("client", context);
        phone = Long.toString(NUMBERS.incrementAndGet());
        message = message(phone);
    }

    MessageId message(String to) {
        NewMessage letter = new NewMessage(
                client.account(),
                null,
                Way.API,
                TrafficType.ADVERTISING,
                "VESTNIK",
                to,
                Body.text("Hello"),
                Duration.ofDays(1),
                Feedback.NONE,
                null);
        return ((Acceptance.Accepted) pipeline.accept(List.of(letter)).join().getFirst()).id();
    }

    String code(Target target) {
        return links.issue(client.account(), campaign, List.of(target), 1, List.of(message))
                .code(0, 0);
    }

    MockMvcRequestBuilder get(String code) {
        return mvc.get().uri("/l/" + code).header("User-Agent", PHONE);
    }

    Followed followed() {
        await().until(() -> clicks.waiting() == 0);
        return links.followed(client.account(), campaign).getFirst();
    }

    long facts() {
        return jdbc.sql("SELECT count(*) FROM pipeline.message_event WHERE message = :id AND mark = 1")
                .param("id", message.value())
                .query(Long.class)
                .single();
    }
}

package io.vestnik.platform.links.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

/** Links from the text of a campaign to its report. */
@WebTest
class LinkReportTests {
    private static final String PHONE = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) Mobile/15E148";
    private static final String PAGE = "https://shop.example/sale?a=1";
    /** Nobody who has unsubscribed before. */
    private static final AtomicLong NUMBERS = new AtomicLong(79_152_000_000L);

    private static final Pattern CODE = Pattern.compile("/l/([0-9A-Za-z]{8})");

    @Autowired
    MockMvcTester mvc;

    @Autowired
    ApplicationContext context;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Pipeline pipeline;

    @Test
    void aRecipientOfACampaignFollowsTheirOwnLinkAndTheReportTells() {
        Who client = SignIns.who("client", context);
        Campaigns.Draft draft = new Campaigns.Draft(
                "Links",
                "VESTNIK",
                "Sale: " + PAGE + " Stop: [Unsubscribe]",
                new Campaigns.Audience(
                        List.of(), List.of("+" + NUMBERS.incrementAndGet(), "+" + NUMBERS.incrementAndGet())),
                new Campaigns.Timing(Duration.ofHours(12)),
                new Campaigns.Manner(true, null, List.of()),
                null);
        CampaignId id = ((Campaigns.Saved.Kept) campaigns.save(client, null, 0, draft)).id();
        assertThat(campaigns.preview(client, id)).isInstanceOf(Campaigns.Saved.Kept.class);
        Campaigns.Preview preview = await().until(() -> campaigns.previewed(client.account(), id), Optional::isPresent)
                .orElseThrow();
        assertThat(campaigns.confirm(client, id, preview.number())).isInstanceOf(Campaigns.Confirmation.Started.class);
        MessageFilter all = new MessageFilter(id, null, null);
        List<MessageView> sent = await().until(
                        () -> pipeline.list(client.account(), all, null, 10).items(), it -> it.size() == 2);
        List<String> codes = CODE.matcher(
                        sent.getFirst().text() + sent.getLast().text())
                .results()
                .map(found -> found.group(1))
                .toList();
        assertThat(codes).hasSize(4).doesNotHaveDuplicates();
        assertThat(mvc.get().uri("/l/" + codes.getFirst()).header("User-Agent", PHONE))
                .hasStatus(302)
                .hasHeader("Location", PAGE);
        assertThat(mvc.post().uri("/l/" + codes.getLast())).hasStatusOk();

        // The click is written behind whoever clicks, and the report follows the facts.
        await().until(
                        () -> page("/campaigns/" + id),
                        report -> report.contains("отписались: 1") && report.contains("телефон 1"));
        assertThat(page("/campaigns/" + id)).contains("Перешли", PAGE, "Страница отписки");
        assertThat(page("/campaigns/" + id + "/messages")).contains(">Кл<", ">От<");
    }

    private String page(String path) {
        return new String(
                mvc.get()
                        .uri(path)
                        .with(SignIns.as("client", context))
                        .exchange()
                        .getResponse()
                        .getContentAsByteArray(),
                StandardCharsets.UTF_8);
    }
}

package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Sample;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Transactions;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Short links in texts, from the preview to the report. */
class CampaignLinkTests extends InTheHouse {
    @Autowired
    private Transactions all;

    private static Draft draft(String text, boolean shorten) {
        return new Draft(
                "Скидка",
                "VESTNIK",
                text,
                new Audience(List.of(PEOPLE), List.of()),
                new Timing(Duration.ofHours(12)),
                new Manner(shorten, null, List.of()),
                null);
    }

    @Test
    void countsAndPricesLinksAsLongAsTheyWillBe() {
        house.person(PEOPLE, "79160000001", "Anna");
        String address = "https://shop.example/" + "x".repeat(150);
        Preview whole = house.previewed(house.saved(draft("Sale " + address, false)));
        assertThat(whole.parts()).isEqualTo(2);
        Preview shortened = house.previewed(house.saved(draft("Sale " + address, true)));
        assertThat(shortened.parts()).isEqualTo(1);
        assertThat(shortened.samples())
                .extracting(Sample::text)
                .singleElement()
                .asString()
                .matches("Sale " + FakeLinks.PREFIX + "[0-9A-Za-z]{8}");
    }

    @Test
    void eachRecipientGetsLinksOfTheirOwnAlsoAfterTheFirstChunk() {
        house.crowd(3_002);
        CampaignId id = house.started(draft("[Имя]: https://shop.example/a https://shop.example/b", true));
        house.jobs.run();
        List<CampaignChunk.Item> items = house.pipeline.items();
        assertThat(items).hasSize(3_002);
        assertThat(items.stream().map(CampaignChunk.Item::text).map(text -> text.substring(text.indexOf(':'))))
                .doesNotHaveDuplicates();
        assertThat(items.getFirst().text())
                .endsWith(": " + FakeLinks.PREFIX + "00000000 " + FakeLinks.PREFIX + "10000000");
        assertThat(items.getLast().text())
                .endsWith(": " + FakeLinks.PREFIX + "00003001 " + FakeLinks.PREFIX + "10003001");
        assertThat(house.links.given).containsEntry(id, 3_002);
    }

    @Test
    void whatANameLooksLikeChangesNobodysLink() {
        house.person(PEOPLE, "79160000001", "/l/-------7");
        house.person(PEOPLE, "79160000002", "/l/-------0");
        house.started(draft("[Имя] https://shop.example/a", true));
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::text)
                .containsExactly(
                        "/l/-------7 " + FakeLinks.PREFIX + "00000000", "/l/-------0 " + FakeLinks.PREFIX + "00000001");
    }

    @Test
    void aTextThatLooksLikeALinkIsSentAsItWasTyped() {
        house.person(PEOPLE, "79160000001", null);
        house.started(draft("Sale /l/-------0", true));
        house.jobs.run();
        assertThat(house.pipeline.items()).extracting(CampaignChunk.Item::text).containsExactly("Sale /l/-------0");
        assertThat(house.links.given).isEmpty();
    }

    @Test
    void whoIsStoppedMeanwhileTakesNobodysLink() {
        house.person(PEOPLE, "79160000001", null);
        house.person(PEOPLE, "79160000002", null);
        CampaignId id = house.saved(draft("https://shop.example/a", true));
        Preview preview = house.previewed(id);
        house.pipeline.stopped.add("79160000001");
        assertThat(house.campaigns.confirm(house.marketer, id, preview.number()))
                .isInstanceOf(Confirmation.Started.class);
        house.jobs.run();
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient, CampaignChunk.Item::text)
                .containsExactly(tuple("79160000002", FakeLinks.PREFIX + "00000001"));
    }

    @Test
    void refusesAddressesWhereNoLinkMayLead() {
        house.person(PEOPLE, "79160000001", null);
        CampaignId id = house.saved(draft("https://bit.ly/x", true));
        assertThat(house.campaigns.preview(house.marketer, id))
                .isEqualTo(new Saved.Refused(List.of(new Fault("text", "forbidden_link", "bit.ly"))));
    }

    @Test
    void countsMessagesWhoseLinksWereFollowedAndNothingElseOfThem() {
        house.person(PEOPLE, "79160000001", null);
        CampaignId id = house.started(draft("https://shop.example/a", true));
        house.jobs.run();
        house.tell(id, house.pipeline.items(), null, MessageState.DELIVERED);
        List<MessageFact> facts = List.of(clicked(id, 1), clicked(id, 2));
        assertThat(facts).allMatch(house.counting::wants);
        all.run(Pool.BACKGROUND, () -> house.counting.take(facts));
        assertThat(stores.counters().marks(Town.CLIENT, List.of(id)))
                .isEqualTo(Map.of(id, Map.of(MessageMark.CLICKED, 2L)));
        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().counts())
                .isEqualTo(Map.of(MessageState.DELIVERED, 1L));
    }

    private static MessageFact clicked(CampaignId campaign, long message) {
        return new MessageFact(
                new MessageId(message),
                Town.CLIENT,
                campaign,
                Way.CABINET,
                "VESTNIK",
                "79160000001",
                "25001",
                MessageState.DELIVERED,
                MessageState.DELIVERED,
                null,
                1,
                Money.of("3.50"),
                Money.ZERO,
                Feedback.NONE,
                House.NOW,
                MessageMark.CLICKED,
                Body.Kind.TEXT);
    }
}

package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.FRIENDS;
import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Sample;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.OperatorLine;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.CampaignChunk;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Drafts, and what a preview freezes. */
class CampaignPreviewTests extends InTheHouse {
    @Test
    void previewsRealTextsAndTheExactPriceOfEachRecipient() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79160000002", null);
        house.person(FRIENDS, "79030000003", "Константин Константинович Константинопольский-Задунайский");

        Preview preview = house.previewed(
                house.saved(draft("[Имя], скидка 20% до воскресенья во всех магазинах!", List.of(PEOPLE, FRIENDS))));

        assertThat(preview.recipients()).isEqualTo(3);
        assertThat(preview.parts()).isEqualTo(4);
        assertThat(preview.cost()).isEqualTo(Money.of("15.00"));
        assertThat(preview.byOperator())
                .containsExactly(
                        new OperatorLine("25001", "МТС", 2, 2, Money.of("7.00")),
                        new OperatorLine("25099", "Билайн", 1, 2, Money.of("8.00")));
        assertThat(preview.samples()).extracting(Sample::note).containsExactly("longest", "empty_field", "");
        assertThat(preview.samples().getFirst().text())
                .isEqualTo("Константин Константинович Константинопольский-Задунайский,"
                        + " скидка 20% до воскресенья во всех магазинах!");
    }

    @Test
    void freezesEverybodyOfMoreThanOneChunkOnce() {
        house.crowd(20_001);
        CampaignId id = house.saved(draft("Привет, [Имя]!", List.of(PEOPLE)));

        Preview preview = house.previewed(id);

        assertThat(preview.recipients()).isEqualTo(20_001);
        assertThat(stores.recipients().toSend(Town.CLIENT, id, preview.number(), "", 30_000))
                .extracting(AudienceLine::phone)
                .hasSize(20_001)
                .doesNotHaveDuplicates();
    }

    @Test
    void sendsToEachPersonOnceHoweverOftenTheyAreNamed() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(FRIENDS, "79160000001", "Анна");

        Preview preview = house.previewed(house.saved(
                draft("Привет", List.of(PEOPLE, FRIENDS), "8 (916) 000-00-01", "+79160000001", "79030000009")));

        assertThat(preview.recipients()).isEqualTo(2);
    }

    @Test
    void knowsTypedNumbersThatAreContactsByName() {
        house.person(FRIENDS, "79160000001", "Анна");

        Preview preview = house.previewed(house.saved(draft("Привет, [Имя]!", List.of(), "89160000001")));

        assertThat(preview.samples()).extracting(Sample::text).contains("Привет, Анна!");
    }

    @Test
    void leavesOutWhomItCannotReachAndSaysWhy() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79000000002", "Без маршрута");
        house.person(PEOPLE, "77770000003", "Без цены");
        house.person(PEOPLE, "79160000004", "Я".repeat(700));
        house.person(PEOPLE, "79160000005", null);
        house.person(PEOPLE, "79160000006", "\u0000");

        Preview preview = house.previewed(house.saved(draft("[Имя]", List.of(PEOPLE), "12", "нет номера")));

        assertThat(preview.recipients()).isEqualTo(1);
        assertThat(preview.leftOut())
                .isEqualTo(Map.of(
                        "bad_number", 2L,
                        "no_route", 1L,
                        "no_price", 1L,
                        "too_long", 1L,
                        "empty_text", 1L,
                        "bad_characters", 1L));
    }

    @Test
    void leavesOutNumbersOfOtherCountriesWhereTheAccountSendsAtHomeOnly() {
        house.settings.settle(new SendingTerms(null, true, null, Duration.ofDays(1), false));
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "77770000002", "Айгуль");

        Preview preview = house.previewed(house.saved(draft("Привет", List.of(PEOPLE))));

        assertThat(preview.recipients()).isEqualTo(1);
        assertThat(preview.leftOut()).isEqualTo(Map.of("foreign", 1L));
    }

    @Test
    void goesOutUnderTheReserveWhereAnOperatorDoesNotLetTheMainSenderThrough() {
        house.town.names.add("SHOP");
        house.town.limits.put("VESTNIK", Set.of("25001"));
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79030000002", "Пётр");
        Draft draft = draft("Привет", List.of(PEOPLE));
        Manner withReserve = new Manner(false, "SHOP", List.of());

        CampaignId id = house.started(new Draft(
                draft.name(), draft.sender(), draft.text(), draft.audience(), draft.timing(), withReserve, null));
        house.jobs.run();

        assertThat(house.campaigns.previewed(Town.CLIENT, id).orElseThrow().byOperator())
                .containsExactly(
                        new OperatorLine("25001", "МТС", 1, 1, Money.of("3.50")),
                        new OperatorLine("25099", "Билайн", 1, 1, Money.of("4.00"), "SHOP"));
        assertThat(house.pipeline.items())
                .extracting(CampaignChunk.Item::recipient, CampaignChunk.Item::reserve)
                .containsExactlyInAnyOrder(tuple("79160000001", null), tuple("79030000002", "SHOP"));
    }

    @Test
    void leavesOutWhomNoOperatorLetsASenderThroughTo() {
        house.town.limits.put("VESTNIK", Set.of("25001"));
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79030000002", "Пётр");

        Preview preview = house.previewed(house.saved(draft("Привет", List.of(PEOPLE))));

        assertThat(preview.recipients()).isEqualTo(1);
        assertThat(preview.leftOut()).isEqualTo(Map.of("sender_barred", 1L));
    }

    @Test
    void leavesOutWhoseTextWouldTakeMoreThanTenParts() {
        house.person(PEOPLE, "79160000001", "Я".repeat(670));
        house.person(PEOPLE, "79160000002", "Я".repeat(671));
        house.person(PEOPLE, "79160000003", "Я".repeat(2_000));
        house.person(PEOPLE, "79160000004", "   ");

        Preview preview = house.previewed(house.saved(draft("[Имя]", List.of(PEOPLE))));

        assertThat(preview.parts()).isEqualTo(10);
        assertThat(preview.leftOut()).isEqualTo(Map.of("too_long", 2L, "empty_text", 1L));
    }

    @Test
    void countsWhoHasNothingToPutInAndKeepsSomeOfThemByName() {
        for (int i = 0; i < 30; i++) {
            house.person(PEOPLE, "7916%07d".formatted(i), i < 25 ? null : "Имя" + i);
        }
        CampaignId id = house.saved(draft("Привет, [Имя]!", List.of(PEOPLE)));

        Preview preview = house.previewed(id);

        assertThat(preview.empty()).isEqualTo(Map.of("name", 25L));
        Tally tally = stores.previews()
                .find(Town.CLIENT, id, preview.number())
                .map(FrozenPreview::tally)
                .orElseThrow();
        assertThat(tally.lacking("name"))
                .hasSize(20)
                .allSatisfy(one -> assertThat(one.text()).isEqualTo("Привет, !"));
        assertThat(tally.lacking("surname")).isEmpty();
        assertThat(preview.samples()).extracting(Sample::note).containsOnly("longest", "empty_field", "");
    }

    @Test
    void leavesOutWhomAStopListNames() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79160000002", "Пётр");
        house.person(PEOPLE, "79160000003", "Мария");
        house.rules.stopped.put("79160000002", WritingRules.Reason.SENDER);
        house.rules.stopped.put("79160000003", WritingRules.Reason.ABOVE);
        house.rules.stopped.put("79160000009", WritingRules.Reason.GROUP);

        Preview preview = house.previewed(house.saved(draft("Привет", List.of(PEOPLE), "79160000009")));

        assertThat(preview.recipients()).isEqualTo(1);
        assertThat(preview.cost()).isEqualTo(Money.of("3.50"));
        assertThat(preview.leftOut()).isEqualTo(Map.of("stopped", 1L, "stopped_above", 1L, "stop_group", 1L));
    }

    @Test
    void leavesOutWhoIsInAGroupThatItIsNotFor() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79160000002", "Пётр");
        house.person(FRIENDS, "79160000002", "Пётр");
        house.person(FRIENDS, "79160000003", "Мария");
        Audience audience = new Audience(List.of(PEOPLE), List.of("89160000003", "89160000004"), List.of(FRIENDS));

        Preview preview = house.previewed(house.saved(
                new Draft("", "VESTNIK", "Привет", audience, new Timing(Duration.ofHours(1)), Manner.PLAIN, null)));

        assertThat(preview.recipients()).isEqualTo(2);
        assertThat(preview.leftOut()).isEqualTo(Map.of("excluded", 2L));
    }

    @Test
    void goesOutUnderTheReserveWhereTheMainSenderMayNotBeUsed() {
        Manner manner = new Manner(false, "VESTNIK", List.of());
        Audience audience = new Audience(List.of(), List.of("89160000001"));
        Timing timing = new Timing(Duration.ofHours(1));

        Preview instead =
                house.previewed(house.saved(new Draft("", "STRANGER", "Привет", audience, timing, manner, null)));

        assertThat(instead.sender()).isEqualTo("VESTNIK");
        Manner none = new Manner(false, "OTHER", List.of());
        assertThat(house.campaigns.preview(
                        house.marketer, house.saved(new Draft("", "STRANGER", "Привет", audience, timing, none, null))))
                .isEqualTo(new Saved.Refused(List.of(new Fault("sender", "not_allowed", "STRANGER"))));
    }

    @Test
    void keepsWhoWasLeftOutAndWhy() {
        house.person(PEOPLE, "79160000001", "Анна");
        house.person(PEOPLE, "79000000002", "Без маршрута");
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        Preview preview = house.previewed(id);

        assertThat(stores.recipients()
                        .leftOut(Town.CLIENT, id, preview.number(), AudienceStore.Left.ALL, null, 10)
                        .items())
                .containsExactly(new AudienceLine("79000000002", Verdict.NO_ROUTE, 1, "25020", null));
        assertThat(stores.recipients()
                        .leftOut(Town.PARTNER, id, preview.number(), AudienceStore.Left.ALL, null, 10)
                        .items())
                .isEmpty();
    }

    @Test
    void refusesToPreviewWithAWordForEachField() {
        CampaignId id = house.saved(new Draft(
                "", "STRANGER", "Привет, [Кличка]", List.of(new GroupId(99)), List.of(), Duration.ofHours(1)));

        assertThat(house.campaigns.preview(house.marketer, id))
                .isEqualTo(new Saved.Refused(List.of(
                        new Fault("sender", "not_allowed", "STRANGER"),
                        new Fault("text", "unknown_placeholder", "Кличка"),
                        new Fault("audience", "unknown_group", "99"))));
        assertThat(house.jobs.waiting()).isZero();
    }

    @Test
    void refusesToPreviewAnEmptyDraft() {
        CampaignId id = house.saved(new Draft("", "", " ", List.of(), List.of(), Duration.ofHours(1)));

        assertThat(house.campaigns.preview(house.marketer, id))
                .isEqualTo(new Saved.Refused(List.of(
                        new Fault("sender", "empty", ""),
                        new Fault("text", "empty", ""),
                        new Fault("audience", "empty", ""))));
    }

    @Test
    void refusesToKeepWhatIsOutOfBounds() {
        Draft draft = new Draft(
                "н".repeat(101),
                "VESTNIK",
                "т".repeat(4_001),
                IntStream.rangeClosed(1, 101).mapToObj(GroupId::new).toList(),
                List.of("\ud800"),
                Duration.ofDays(4));

        assertThat(house.campaigns.save(house.marketer, null, 0, draft))
                .isInstanceOfSatisfying(
                        Saved.Refused.class,
                        refused -> assertThat(refused.faults())
                                .extracting(Fault::code)
                                .containsExactly(
                                        "too_long", "too_long", "too_many_groups", "bad_characters", "out_of_range"));
    }

    @Test
    void showsWhatChangedWhenTwoPeopleSaveTheSameDraft() {
        Draft first = draft("Первый", List.of());
        CampaignId id = house.saved(first);

        assertThat(house.campaigns.save(house.marketer, id, 1, draft("Второй", List.of())))
                .isEqualTo(new Saved.Kept(id, 2));
        assertThat(house.campaigns.save(house.marketer, id, 1, draft("Третий", List.of())))
                .isInstanceOfSatisfying(
                        Saved.Stale.class,
                        stale -> assertThat(stale.current().draft().text()).isEqualTo("Второй"));
    }

    @Test
    void savingWhatIsThereKeepsThePreview() {
        house.crowd(3);
        Draft draft = draft("Привет", List.of(PEOPLE));
        CampaignId id = house.saved(draft);
        house.previewed(id);

        assertThat(house.campaigns.save(house.marketer, id, 1, draft)).isEqualTo(new Saved.Kept(id, 1));
        assertThat(house.campaigns.previewed(Town.CLIENT, id)).isPresent();
    }

    @Test
    void listsTheNewestFirstByStateAndName() {
        CampaignId first = house.saved(draft("один", List.of()));
        CampaignId second =
                house.saved(new Draft("Чёрная пятница", "VESTNIK", "два", List.of(), List.of(), Duration.ofHours(1)));

        var page = house.campaigns.list(Town.CLIENT, new Listing(CampaignState.DRAFT, null), null, 1);
        assertThat(page.items()).extracting(Campaign::id).containsExactly(second);
        assertThat(house.campaigns
                        .list(Town.CLIENT, new Listing(CampaignState.DRAFT, null), page.next(), 1)
                        .items())
                .extracting(Campaign::id)
                .containsExactly(first);
        assertThat(house.campaigns
                        .list(Town.CLIENT, new Listing(null, "чёрн"), null, 10)
                        .items())
                .extracting(Campaign::id)
                .containsExactly(second);
    }

    @Test
    void cleansAwayWhatAnEarlierPreviewFroze() {
        house.crowd(3);
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));

        int first = house.previewed(id).number();
        int second = house.previewed(id).number();

        assertThat(stores.recipients().toSend(Town.CLIENT, id, first, "", 10)).isEmpty();
        assertThat(stores.recipients().toSend(Town.CLIENT, id, second, "", 10)).hasSize(3);
    }

    @Test
    void freezesWhatAnEarlierVersionHadOnlyBegunToCleanFor() {
        house.crowd(3);
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE)));
        assertThat(house.campaigns.preview(house.marketer, id)).isInstanceOf(Saved.Kept.class);

        house.jobs.stand("""
                {"phase": "CLEANING", "after": "", "tally": {"networks": {}, "leftOut": {}, "samples": [], "empty": {}}}""");
        house.jobs.run();

        assertThat(house.campaigns.find(Town.CLIENT, id).orElseThrow().state()).isEqualTo(CampaignState.PREVIEWED);
        assertThat(house.campaigns.previewed(Town.CLIENT, id).orElseThrow().recipients())
                .isEqualTo(3);
    }

    @Test
    void deletesADraftWithWhatWasFrozenForIt() {
        house.person(PEOPLE, "79000000002", "Без маршрута");
        CampaignId id = house.saved(draft("Привет", List.of(PEOPLE), "79160000001"));
        Preview preview = house.previewed(id);

        assertThat(house.campaigns.delete(house.marketer, id)).isTrue();
        house.jobs.run();

        assertThat(house.campaigns.find(Town.CLIENT, id)).isEmpty();
        assertThat(stores.recipients().toSend(Town.CLIENT, id, preview.number(), "", 10))
                .isEmpty();
        assertThat(house.campaigns.delete(house.marketer, id)).isFalse();
    }
}

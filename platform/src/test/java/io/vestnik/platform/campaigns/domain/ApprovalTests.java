package io.vestnik.platform.campaigns.domain;

import static io.vestnik.platform.campaigns.domain.House.PEOPLE;
import static io.vestnik.platform.campaigns.domain.House.draft;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ApprovalAsked;
import io.vestnik.platform.campaigns.ApprovalGiven;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.domain.Approval.Rule;
import io.vestnik.platform.campaigns.domain.Approving.Answer;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.UserId;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Campaigns that are larger than one person may send. */
class ApprovalTests extends InTheHouse {
    private static final Who BOSS =
            new Who(Town.CLIENT, new UserId(6), null, "Борис", Set.of(ApprovalGate.RIGHT, "campaigns:start"));
    private static final Who PROGRAM = new Who(Town.CLIENT, null, "shop", "shop", Set.of(ApprovalGate.RIGHT));

    @BeforeEach
    void twoIsTheMostForOne() {
        house.approving.keep(house.marketer, new Rule(2L, null));
        house.crowd(3);
    }

    @AfterEach
    void nobodyElseIsAsked() {
        house.approving.keep(house.marketer, Rule.NEVER);
    }

    private CampaignId written() {
        return house.saved(draft("Привет", List.of(PEOPLE)));
    }

    private int preview(CampaignId id) {
        return house.previewed(id).number();
    }

    private CampaignState state(CampaignId id) {
        return house.campaigns.find(Town.CLIENT, id).orElseThrow().state();
    }

    @Test
    void waitsForTheYesOfASecondPersonAndTakesTheMoneyThen() {
        CampaignId id = written();
        int preview = preview(id);
        Confirmation asked = house.campaigns.confirm(house.marketer, id, preview);
        assertThat(asked).isEqualTo(new Confirmation.AwaitsApproval(house.now));
        assertThat(house.campaigns.confirm(house.marketer, id, preview))
                .as("asked twice")
                .isEqualTo(asked);
        assertThat(state(id)).isEqualTo(CampaignState.AWAITING_APPROVAL);
        assertThat(house.billing.available).containsEntry(Town.CLIENT, Money.of("1000000"));
        assertThat(house.events).hasSize(1).first().isInstanceOf(ApprovalAsked.class);
        assertThat(house.approving.waiting(Town.CLIENT))
                .extracting(Approval::campaign)
                .contains(id);

        Answer answer = house.approving.answer(BOSS, id, preview, true, "Хорошо");
        assertThat(answer)
                .isInstanceOfSatisfying(
                        Answer.Approved.class,
                        it -> assertThat(it.confirmation()).isInstanceOf(Confirmation.Started.class));
        assertThat(state(id)).isEqualTo(CampaignState.RUNNING);
        assertThat(house.billing.available.get(Town.CLIENT)).isLessThan(Money.of("1000000"));
        assertThat(house.audited).contains("campaign.approval-asked", "campaign.approved", "campaign.confirmed");
        assertThat(house.approving.answer(BOSS, id, preview, false, "")).isInstanceOf(Answer.Over.class);
    }

    @Test
    void isNotApprovedByWhoWroteItWhoAskedOrAProgram() {
        CampaignId id = written();
        int preview = preview(id);
        Who writer = new Who(Town.CLIENT, house.marketer.user(), null, "Мария", Set.of(ApprovalGate.RIGHT));
        assertThat(house.campaigns.confirm(PROGRAM, id, preview)).isInstanceOf(Confirmation.AwaitsApproval.class);
        assertThat(house.approving.answer(writer, id, preview, true, "")).isInstanceOf(Answer.NotTheirs.class);
        assertThat(house.approving.answer(PROGRAM, id, preview, true, "")).isInstanceOf(Answer.NotTheirs.class);
        Who nobody = new Who(Town.CLIENT, new UserId(7), null, "Вера", Set.of());
        assertThat(house.approving.answer(nobody, id, preview, true, "")).isInstanceOf(Answer.NotTheirs.class);
        assertThat(state(id)).isEqualTo(CampaignState.AWAITING_APPROVAL);
    }

    @Test
    void goesAtOnceWhenTheSecondPersonSendsIt() {
        CampaignId id = written();
        assertThat(house.campaigns.confirm(BOSS, id, preview(id))).isInstanceOf(Confirmation.Started.class);
        CampaignId small = house.saved(draft("Привет", List.of(), "79161110001"));
        assertThat(house.campaigns.confirm(house.marketer, small, preview(small)))
                .as("it is small enough")
                .isInstanceOf(Confirmation.Started.class);
    }

    @Test
    void isSentAloneByNobodyWhoseWordsAreInItWhoeverChangedItLast() {
        CampaignId id = ((Saved.Kept) house.campaigns.save(BOSS, null, 0, draft("Привет", List.of(PEOPLE)))).id();
        house.campaigns.save(
                house.marketer, id, 1, draft("Привет", List.of(PEOPLE)).named("Зима"));
        int preview = preview(id);
        assertThat(house.campaigns.confirm(BOSS, id, preview)).isInstanceOf(Confirmation.AwaitsApproval.class);
        assertThat(house.approving.answer(BOSS, id, preview, true, "")).isInstanceOf(Answer.NotTheirs.class);
        Who other = new Who(Town.CLIENT, new UserId(7), null, "Вера", Set.of(ApprovalGate.RIGHT));
        assertThat(house.approving.answer(other, id, preview, true, "")).isInstanceOf(Answer.Approved.class);
        assertThat(state(id)).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void asksSomebodyElseForWhatAProgramWrote() {
        Draft draft = draft("Привет", List.of(PEOPLE));
        CampaignId written = ((Saved.Kept) house.campaigns.save(PROGRAM, null, 0, draft)).id();
        CampaignId changed = written();
        house.campaigns.save(PROGRAM, changed, 1, draft.named("Зима"));
        for (CampaignId id : List.of(written, changed)) {
            int preview = preview(id);
            assertThat(house.campaigns.confirm(BOSS, id, preview)).isInstanceOf(Confirmation.AwaitsApproval.class);
            assertThat(house.approving.answer(BOSS, id, preview, true, "")).isInstanceOf(Answer.NotTheirs.class);
        }
    }

    @Test
    void goesByItselfOnceThereIsMoneyWhenTheSecondPersonWantedThat() {
        CampaignId id = written();
        int preview = preview(id);
        house.billing.available.put(Town.CLIENT, Money.ZERO);
        assertThat(house.campaigns.confirm(BOSS, id, preview)).isInstanceOf(Confirmation.NoMoney.class);
        assertThat(house.campaigns.awaitPayment(BOSS, id, preview, true)).isTrue();
        house.jobs.run();
        house.billing.available.put(Town.CLIENT, Money.of("1000"));
        house.now = house.now.plusSeconds(60);
        house.jobs.run();
        assertThat(state(id)).isEqualTo(CampaignState.RUNNING);
    }

    @Test
    void keepsNoYesThatComesTooLateAndNoCommentThatCannotBeKept() {
        CampaignId id = written();
        int preview = preview(id);
        house.campaigns.confirm(house.marketer, id, preview);
        assertThat(house.approving.answer(BOSS, id, preview, true, "а\u0000")).isInstanceOf(Answer.BadComment.class);
        assertThat(house.approving.answer(BOSS, id, preview, true, "а".repeat(501)))
                .isInstanceOf(Answer.BadComment.class);
        Instant until = house.approving.until(Town.CLIENT, id, preview).orElseThrow();
        house.now = until.plusSeconds(1);
        assertThat(house.approving.answer(BOSS, id, preview, true, "")).isInstanceOf(Answer.Outdated.class);
        assertThat(state(id)).isEqualTo(CampaignState.AWAITING_APPROVAL);
        assertThat(house.events).as("nobody is told of a yes").noneMatch(ApprovalGiven.class::isInstance);
        assertThat(house.approving.answer(BOSS, id, preview, false, "")).isInstanceOf(Answer.Declined.class);
    }

    @Test
    void asksAnewAfterAChangeAndRemembersWhatWasSaidBefore() {
        CampaignId id = written();
        int first = preview(id);
        house.campaigns.confirm(house.marketer, id, first);
        assertThat(house.approving.answer(BOSS, id, first, false, "Дорого")).isInstanceOf(Answer.Declined.class);
        assertThat(state(id)).isEqualTo(CampaignState.PREVIEWED);
        assertThat(house.events)
                .last()
                .isEqualTo(new ApprovalGiven(Town.CLIENT, id, "Скидка", "Борис", false, false, "Дорого"));

        Draft other = draft("Привет всем", List.of(PEOPLE));
        house.campaigns.save(house.marketer, id, 1, other);
        int second = preview(id);
        assertThat(house.campaigns.confirm(house.marketer, id, second)).isInstanceOf(Confirmation.AwaitsApproval.class);
        assertThat(house.approving.answer(BOSS, id, first, true, ""))
                .as("of what was shown before")
                .isInstanceOf(Answer.Over.class);
        Approval before = house.approving.before(Town.CLIENT, id, second).orElseThrow();
        assertThat(before.said().text()).isEqualTo("Привет");
        assertThat(house.approving
                        .of(Town.CLIENT, id, second)
                        .orElseThrow()
                        .said()
                        .text())
                .isEqualTo("Привет всем");
    }

    @Test
    void staysApprovedWhereThereIsNoMoneyAtThatMoment() {
        CampaignId id = written();
        int preview = preview(id);
        house.campaigns.confirm(house.marketer, id, preview);
        house.billing.available.put(Town.CLIENT, Money.ZERO);
        assertThat(house.approving.answer(BOSS, id, preview, true, ""))
                .isInstanceOfSatisfying(
                        Answer.Approved.class,
                        it -> assertThat(it.confirmation()).isInstanceOf(Confirmation.NoMoney.class));
        house.billing.available.put(Town.CLIENT, Money.of("1000"));
        assertThat(house.campaigns.confirm(house.marketer, id, preview)).isInstanceOf(Confirmation.Started.class);
    }

    @Test
    void asksByMoneyToo() {
        house.approving.keep(house.marketer, new Rule(null, Money.of("1.00")));
        CampaignId id = written();
        assertThat(house.campaigns.confirm(house.marketer, id, preview(id)))
                .isInstanceOf(Confirmation.AwaitsApproval.class);
        assertThat(house.approving.rule(Town.CLIENT)).isEqualTo(new Rule(null, Money.of("1.00")));
    }
}

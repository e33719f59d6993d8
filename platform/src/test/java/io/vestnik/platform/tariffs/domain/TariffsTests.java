package io.vestnik.platform.tariffs.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.FakeAccounts;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.tariffs.Tariffs.Charge;
import io.vestnik.platform.tariffs.Tariffs.Level;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class TariffsTests {
    private static final Instant LONG_AGO = Instant.parse("2026-01-01T00:00:00Z");

    private final FakeAccounts accounts = new FakeAccounts();
    private final AccountId operator = accounts.open(AccountKind.OPERATOR, null);
    private final AccountId partner = accounts.open(AccountKind.PARTNER, operator);
    private final AccountId client = accounts.open(AccountKind.CLIENT, partner);
    private final Who operatorOwner = FakeAccounts.owner(operator);
    private final Who partnerOwner = FakeAccounts.owner(partner);
    private final FakeAudit audit = new FakeAudit();

    @Autowired
    TariffStore store;

    @Autowired
    Transactions transactions;

    private final TickingClock clock = new TickingClock(Instant.parse("2026-11-21T10:00:00Z"));
    private BookTariffs tariffs;
    private TariffDesk desk;

    @BeforeEach
    void openTheDesk() {
        tariffs = new BookTariffs(store, new Snapshots(), accounts, clock);
        desk = new TariffDesk(store, tariffs, transactions, accounts, audit);
    }

    @Test
    void quotesEveryLevelThatPays() {
        long wholesale = usual(operatorOwner);
        long retail = usual(partnerOwner);
        price(operatorOwner, wholesale, "250", null, "2.1", Charge.ON_DELIVERED);
        price(partnerOwner, retail, "250", null, "3.5", Charge.ON_SENT);

        List<Level> levels = tariffs.quote(client, "25001", TrafficType.SERVICE)
                .orElseThrow()
                .levels();

        assertThat(levels).extracting(Level::payer).containsExactly(client, partner);
        assertThat(levels).extracting(Level::payee).containsExactly(partner, operator);
        assertThat(levels).extracting(Level::perPart).containsExactly(Money.of("3.5"), Money.of("2.1"));
        assertThat(levels).extracting(Level::charge).containsExactly(Charge.ON_SENT, Charge.ON_DELIVERED);
    }

    @Test
    void takesTheMostSpecificLine() {
        long tariff = usual(operatorOwner);
        price(operatorOwner, tariff, "*", null, "9", Charge.ON_SENT);
        price(operatorOwner, tariff, "250", null, "5", Charge.ON_SENT);
        price(operatorOwner, tariff, "250", TrafficType.CODE, "4", Charge.ON_SENT);
        price(operatorOwner, tariff, "25001", null, "3", Charge.ON_SENT);
        price(operatorOwner, tariff, "25001", TrafficType.CODE, "2", Charge.ON_SENT);

        assertThat(perPart("25001", TrafficType.CODE)).isEqualTo("2.0000");
        assertThat(perPart("25001", TrafficType.SERVICE)).isEqualTo("3.0000");
        assertThat(perPart("25002", TrafficType.CODE)).isEqualTo("4.0000");
        assertThat(perPart("250", TrafficType.ADVERTISING)).isEqualTo("5.0000");
        assertThat(perPart("40101", TrafficType.CODE)).isEqualTo("9.0000");
    }

    @Test
    void hasNoQuoteWhereALevelHasNoPrice() {
        long retail = usual(partnerOwner);
        price(partnerOwner, retail, "*", null, "9", Charge.ON_SENT);
        assertThat(tariffs.quote(client, "25001", TrafficType.CODE)).isEmpty();
        assertThat(tariffs.quote(operator, "25001", TrafficType.CODE)).isEmpty();

        long wholesale = usual(operatorOwner);
        price(operatorOwner, wholesale, "250", null, "2", Charge.ON_SENT);
        assertThat(tariffs.quote(client, "25001", TrafficType.CODE)).isPresent();
        assertThat(tariffs.quote(client, "40101", TrafficType.CODE)).isEmpty();
    }

    @Test
    void prefersTheAssignedTariffToTheUsualOne() {
        long usual = usual(operatorOwner);
        price(operatorOwner, usual, "*", null, "9", Charge.ON_SENT);
        long special = desk.create(operatorOwner, "Special");
        price(operatorOwner, special, "*", null, "8", Charge.ON_SENT);
        assertThat(perPart("250", TrafficType.CODE)).isEqualTo("9.0000");
        assertThat(desk.assign(operatorOwner, special, partner)).isTrue();
        assertThat(perPart("250", TrafficType.CODE)).isEqualTo("8.0000");
        assertThat(desk.own(partner)).map(Tariff::id).contains(special);
        assertThat(desk.own(operator)).isEmpty();
    }

    @Test
    void changesAPriceFromAMomentOn() {
        long tariff = usual(operatorOwner);
        price(operatorOwner, tariff, "250", null, "2", Charge.ON_SENT);
        Instant later = clock.instant().plusSeconds(3600);
        assertThat(desk.addLine(operatorOwner, tariff, line("250", null, "3", Charge.ON_SENT, later)))
                .isTrue();
        assertThat(perPart("250", TrafficType.CODE)).isEqualTo("2.0000");
        clock.set(later);
        tariffs.refresh();
        assertThat(perPart("250", TrafficType.CODE)).isEqualTo("3.0000");
    }

    @Test
    void letsNobodyTouchTheTariffsOfAnother() {
        long tariff = usual(operatorOwner);
        assertThat(desk.addLine(partnerOwner, tariff, line("250", null, "0", Charge.ON_SENT, LONG_AGO)))
                .isFalse();
        assertThat(desk.makeUsual(partnerOwner, tariff)).isFalse();
        assertThat(desk.assign(partnerOwner, tariff, client)).isFalse();
        long own = usual(partnerOwner);
        assertThat(desk.assign(partnerOwner, own, partner)).as("not below").isFalse();
    }

    @Test
    void quotesNothingInAnotherCurrency() {
        AccountId abroad = accounts.open(AccountKind.PARTNER, operator, "KZT");
        long tariff = usual(operatorOwner);
        price(operatorOwner, tariff, "*", null, "9", Charge.ON_SENT);
        assertThat(tariffs.quote(abroad, "250", TrafficType.CODE)).isEmpty();
        assertThat(tariffs.quote(partner, "250", TrafficType.CODE)).isPresent();
    }

    @Test
    void recordsWhatWasChanged() {
        long tariff = usual(operatorOwner);
        price(operatorOwner, tariff, "*", null, "9", Charge.ON_SENT);
        assertThat(audit.records())
                .containsExactly(
                        "tariff.created tariff " + tariff,
                        "tariff.made_usual tariff " + tariff,
                        "tariff.priced tariff " + tariff);
    }

    @Test
    void answersTheSameQuoteWithoutWorkingItOutAgain() {
        long tariff = usual(operatorOwner);
        price(operatorOwner, tariff, "*", null, "9", Charge.ON_SENT);
        Optional<Tariffs.Quote> first = tariffs.quote(partner, "25001", TrafficType.CODE);
        assertThat(tariffs.quote(partner, "25001", TrafficType.CODE)).isSameAs(first);
    }

    private long usual(Who owner) {
        long tariff = desk.create(owner, "Usual");
        assertThat(desk.makeUsual(owner, tariff)).isTrue();
        return tariff;
    }

    private void price(
            Who owner, long tariff, String direction, @Nullable TrafficType type, String price, Charge charge) {
        assertThat(desk.addLine(owner, tariff, line(direction, type, price, charge, LONG_AGO)))
                .isTrue();
    }

    private static PriceLine line(
            String direction, @Nullable TrafficType type, String price, Charge charge, Instant from) {
        return new PriceLine(0, new Direction(direction), "", type, Money.of(price), charge, from);
    }

    private String perPart(String mccMnc, TrafficType type) {
        return tariffs.quote(partner, mccMnc, type)
                .orElseThrow()
                .own()
                .perPart()
                .toString();
    }
}

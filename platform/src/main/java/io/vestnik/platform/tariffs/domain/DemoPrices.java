package io.vestnik.platform.tariffs.domain;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.tariffs.Tariffs.Charge;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Prices of the demonstration: what the operator takes from the partner, and the partner from the client. */
@Component
class DemoPrices implements DemoData {
    private final TariffDesk desk;
    private final Clock clock;

    DemoPrices(TariffDesk desk, Clock clock) {
        this.desk = desk;
        this.clock = clock;
    }

    @Override
    public int order() {
        return 20;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        Seller operator = new Seller(accounts.operator(), "Партнёрский");
        operator.price("*", "", null, "9.00", Charge.ON_SENT);
        operator.price("250", "Россия", null, "2.10", Charge.ON_DELIVERED);
        operator.price("25001", "Россия, МТС", TrafficType.ADVERTISING, "2.60", Charge.ON_SENT);
        operator.price("401", "Казахстан", null, "11.00", Charge.ON_SENT);

        Seller partner = new Seller(accounts.partner(), "Базовый");
        partner.price("*", "", null, "14.00", Charge.ON_SENT);
        partner.price("250", "Россия", null, "2.80", Charge.ON_DELIVERED);
        partner.price("250", "Россия", TrafficType.ADVERTISING, "3.50", Charge.ON_DELIVERED);
        partner.price("25001", "Россия, МТС", TrafficType.ADVERTISING, "3.90", Charge.ON_SENT);
        partner.price("25002", "Россия, МегаФон", TrafficType.ADVERTISING, "4.10", Charge.ON_SENT);
        partner.price("25020", "Россия, T2", TrafficType.ADVERTISING, "3.40", Charge.ON_DELIVERED);
        partner.price("25099", "Россия, Билайн", TrafficType.ADVERTISING, "3.60", Charge.ON_DELIVERED);
        partner.price("401", "Казахстан", null, "18.00", Charge.ON_SENT);
    }

    private final class Seller {
        private final Who owner;
        private final long tariff;

        Seller(Who owner, String name) {
            this.owner = owner;
            this.tariff = desk.create(owner, name);
            desk.makeUsual(owner, tariff);
        }

        void price(String direction, String label, @Nullable TrafficType type, String price, Charge charge) {
            PriceLine line =
                    new PriceLine(0, new Direction(direction), label, type, Money.of(price), charge, clock.instant());
            desk.addLine(owner, tariff, line);
        }
    }
}

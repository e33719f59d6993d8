package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.DemoAccounts;
import io.vestnik.platform.accounts.DemoData;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** An action that the demonstration's client may put into a text at once. */
@Component
class DemoAction implements DemoData {
    private static final int ORDER = 60;
    private static final int MONTHS = 2;

    private final ActionDesk desk;
    private final Actions actions;

    DemoAction(ActionDesk desk, Actions actions) {
        this.desk = desk;
        this.actions = actions;
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public void seed(DemoAccounts accounts) {
        LocalDate today = actions.today(accounts.client().account());
        ActionDesk.Saved saved = desk.create(
                accounts.client(),
                new Terms(
                        "Скидка друзьям",
                        new Terms.Codes(Source.MADE, Alphabet.CLEAR, 9, 3_000_000),
                        today,
                        today.plusMonths(MONTHS),
                        new Terms.Good.Days(14),
                        "Скидка 20 % на один товар, кроме уже уценённых",
                        new Terms.Joining("", "", null),
                        null));
        if (!(saved instanceof ActionDesk.Saved.Kept)) {
            throw new IllegalStateException("The demonstration's action was refused: " + saved);
        }
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.PromoMarks;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** One action, whose codes are numbers of eight digits in a row. */
final class FakeCodes implements PromoCodes {
    static final ActionId ACTION = new ActionId(7);

    final List<MessageId> takenBack = new ArrayList<>();
    int left = 1_000_000;
    private int given;

    @Override
    public Marked mark(AccountId account, String text) {
        String marked = text.replace("[Промокод]", PromoMarks.mark(0, 8));
        return new Marked(marked, marked.equals(text) ? List.of() : List.of(ACTION), List.of());
    }

    @Override
    public List<Shortage> shortages(AccountId account, List<ActionId> actions, long people) {
        return actions.isEmpty() || people <= left ? List.of() : List.of(new Shortage("Лето", left));
    }

    @Override
    public Issued issue(
            AccountId account, @Nullable CampaignId campaign, List<ActionId> actions, List<Addressed> messages) {
        if (left < messages.size()) {
            return new Issued.TooFew();
        }
        left -= messages.size();
        List<String> codes = new ArrayList<>();
        messages.forEach(_ -> codes.add("%08d".formatted(given++)));
        return new Issued.Given(List.of(codes));
    }

    @Override
    public void takeBack(AccountId account, Collection<MessageId> messages) {
        takenBack.addAll(messages);
    }
}

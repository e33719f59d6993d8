package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.promo.Till;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Checks codes, redeems them and takes that back. */
@Service
class TillDesk implements Till {
    private static final Duration RETURNS = Duration.ofHours(24);

    private final TillStore store;
    private final Guessing guessing;
    private final Actions actions;
    private final Pipeline pipeline;
    private final Keeping keeping;

    TillDesk(TillStore store, Guessing guessing, Actions actions, Pipeline pipeline, Keeping keeping) {
        this.store = store;
        this.guessing = guessing;
        this.actions = actions;
        this.pipeline = pipeline;
        this.keeping = keeping;
    }

    /** How what a cashier does is kept. */
    @Component
    record Keeping(Transactions transactions, Audit audit, Clock clock) {}

    /** What somebody does with a code that is there. */
    private interface Act {
        Answer with(String code, Coupon coupon, Instant now);
    }

    @Override
    public Answer check(Who cashier, String address, String code) {
        return look(cashier, address, code, (_, coupon, now) -> standing(coupon, now));
    }

    @Override
    public Answer redeem(Who cashier, String address, String code, Money amount) {
        if (amount.isNegative() || amount.compareTo(MOST) > 0) {
            throw new IllegalArgumentException("Not a sum of a purchase");
        }
        return look(
                cashier,
                address,
                code,
                (known, coupon, now) -> standing(coupon, now) instanceof Answer.Good
                        ? redeem(cashier, known, coupon, amount, now)
                        : standing(coupon, now));
    }

    private Answer redeem(Who cashier, String code, Coupon coupon, Money amount, Instant now) {
        AccountId account = cashier.account();
        TillStore.Purchase purchase = new TillStore.Purchase(cashier.name(), amount, now, actions.today(account));
        boolean won = keeping.transactions().call(() -> {
            Optional<TillStore.Redeemed> redeemed = store.redeem(account, code, purchase);
            redeemed.ifPresent(it -> {
                if (it.message() != null) {
                    pipeline.redeemed(account, it.message(), now);
                }
                audit(cashier, "promo.redeemed", coupon, Map.of("amount", amount.toString()));
            });
            return redeemed.isPresent();
        });
        return won ? new Answer.Redeemed(coupon, amount) : again(account, code, now);
    }

    /** Somebody was quicker. */
    private Answer again(AccountId account, String code, Instant now) {
        return store.find(account, code, zone(account))
                .map(it -> standing(it, now))
                .orElseGet(Answer.Unknown::new);
    }

    @Override
    public Answer giveBack(Who cashier, String address, String code, String reason) {
        if (!Till.isReason(reason)) {
            throw new IllegalArgumentException("Not a reason");
        }
        String why = reason.strip();
        return look(cashier, address, code, (known, coupon, now) -> giveBack(cashier, known, coupon, why, now));
    }

    private Answer giveBack(Who cashier, String code, Coupon coupon, String why, Instant now) {
        if (coupon.redeemed() == null) {
            return new Answer.Refused(Why.NOT_REDEEMED, coupon);
        }
        Instant since = now.minus(RETURNS);
        boolean back = keeping.transactions().call(() -> {
            boolean done = store.giveBack(cashier.account(), code, since, new TillStore.Back(cashier.name(), why, now));
            if (done) {
                audit(cashier, "promo.returned", coupon, Map.of("reason", why));
            }
            return done;
        });
        return back ? new Answer.Returned(coupon) : new Answer.Refused(Why.TOO_LATE, coupon);
    }

    private void audit(Who cashier, String what, Coupon coupon, Map<String, ?> details) {
        keeping.audit().record(cashier, what, "promo action " + coupon.action(), details);
    }

    private Answer look(Who cashier, String address, String written, Act act) {
        OptionalLong pause = guessing.tries(cashier, address);
        if (pause.isPresent()) {
            return new Answer.Pause(pause.getAsLong());
        }
        String code = written.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
        Optional<Coupon> coupon = code.isEmpty() || code.length() > Room.LONGEST || !PromoTexts.storable(code)
                ? Optional.empty()
                : store.find(cashier.account(), code, zone(cashier.account()));
        if (coupon.isEmpty()) {
            guessing.wrong(cashier, address);
            return new Answer.Unknown();
        }
        guessing.right(cashier, address);
        return act.with(code, coupon.get(), keeping.clock().instant());
    }

    private ZoneId zone(AccountId account) {
        return actions.zone(account);
    }

    private static Answer standing(Coupon coupon, Instant now) {
        if (coupon.redeemed() != null) {
            return new Answer.Refused(Why.USED, coupon);
        }
        if (!now.isBefore(coupon.until())) {
            return new Answer.Refused(Why.EXPIRED, coupon);
        }
        return now.isBefore(coupon.from()) ? new Answer.Refused(Why.NOT_YET, coupon) : new Answer.Good(coupon);
    }
}

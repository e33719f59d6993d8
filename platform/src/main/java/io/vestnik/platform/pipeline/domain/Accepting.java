package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.sms.Body;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import org.springframework.stereotype.Component;

/** Checks, counts, prices and routes a message: everything that needs no store. */
@Component
class Accepting {
    static final int MOST_PARTS = 10;
    private static final int LEAST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;

    private final Permission permission;
    private final Pricing pricing;
    private final Node node;
    private final Clock clock;

    Accepting(Permission permission, Pricing pricing, Node node, Clock clock) {
        this.permission = permission;
        this.pricing = pricing;
        this.node = node;
        this.clock = clock;
    }

    /** What came of checking one message. */
    sealed interface Checked {
        /** It may be stored once it is paid. */
        record Ready(Priced message, Billing.Charge charge) implements Checked {}

        record No(Reason reason) implements Checked {
            Acceptance answer() {
                return new Acceptance.Refused(reason);
            }
        }
    }

    /** What the rules say of a message, before anything of it is kept. */
    sealed interface Judged {
        /** It may be sent at this price. */
        record Fit(Body.Size size, Pricing.Outcome.Direction direction) implements Judged {
            Money price() {
                return direction.quote().own().perPart().times(size.parts());
            }

            Billing.Charge charge() {
                return Pricing.charge(direction.quote(), size.parts());
            }
        }

        record No(Reason reason) implements Judged {}
    }

    /** Ids for messages that will be offered, one after the other. */
    List<MessageId> newIds(int count) {
        return node.ids().next(count);
    }

    Checked check(NewMessage offered, MessageId id) {
        return switch (judge(offered)) {
            case Judged.No(Reason reason) -> new Checked.No(reason);
            case Judged.Fit fit -> new Checked.Ready(priced(offered, id, fit), fit.charge());
        };
    }

    Judged judge(NewMessage offered) {
        if (permission.isClosed(offered)) {
            return new Judged.No(Reason.ACCOUNT_CLOSED);
        }
        if (!isNumber(offered.recipient())) {
            return new Judged.No(Reason.BAD_RECIPIENT);
        }
        String letters = offered.body().kept();
        if (letters.isBlank()) {
            return new Judged.No(Reason.EMPTY_TEXT);
        }
        if (!storable(letters)) {
            return new Judged.No(Reason.BAD_CHARACTERS);
        }
        Reason refusal = permission.refusal(offered);
        if (refusal != null) {
            return new Judged.No(refusal);
        }
        Body.Size size = offered.body().size();
        if (size.parts() > MOST_PARTS) {
            return new Judged.No(Reason.TOO_LONG);
        }
        return switch (pricing.price(offered.account(), offered.recipient(), offered.type())) {
            case Pricing.Outcome.NoPrice _ -> new Judged.No(Reason.NO_PRICE);
            case Pricing.Outcome.NoRoute _ -> new Judged.No(Reason.NO_ROUTE);
            case Pricing.Outcome.Direction direction -> new Judged.Fit(size, direction);
        };
    }

    private Priced priced(NewMessage offered, MessageId id, Judged.Fit fit) {
        Pricing.Outcome.Direction direction = fit.direction();
        Instant now = clock.instant();
        Instant at = offered.sendAt();
        Instant later = at != null && at.isAfter(now) ? at : null;
        var origin = new Priced.Origin(
                offered.account(),
                offered.user(),
                offered.way(),
                offered.type(),
                null,
                offered.sender(),
                offered.feedback());
        return new Priced(
                id,
                origin,
                offered.recipient(),
                offered.body().kept(),
                null,
                fit.size().parts(),
                fit.size().coding(),
                direction.origin().mccMnc(),
                direction.origin().region(),
                fit.price(),
                pricing.numberOf(direction.quote()),
                pricing.lane(direction.route(), offered.type(), offered.account()),
                (later == null ? now : later).plus(offered.validity()),
                later);
    }

    private static boolean isNumber(String digits) {
        return digits.length() >= LEAST_DIGITS
                && digits.length() <= MOST_DIGITS
                && digits.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** PostgreSQL keeps no U+0000, and a lone surrogate is no character. */
    static boolean storable(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == 0 || Character.isLowSurrogate(c)) {
                return false;
            }
            if (Character.isHighSurrogate(c)) {
                i++;
                if (i == text.length() || !Character.isLowSurrogate(text.charAt(i))) {
                    return false;
                }
            }
        }
        return true;
    }
}

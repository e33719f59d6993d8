package io.vestnik.platform.promo;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.promo.domain.ActionDesk;
import io.vestnik.platform.promo.domain.Alphabet;
import io.vestnik.platform.promo.domain.CodeLoad;
import io.vestnik.platform.promo.domain.Source;
import io.vestnik.platform.promo.domain.Terms;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationContext;

/** Actions for tests: they are on for many years. */
public final class PromoFixtures {
    private static final LocalDate FROM = LocalDate.of(2026, 1, 1);

    private PromoFixtures() {}

    /** Codes of eight clear signs, a thousand at most. */
    public static Terms terms(String name) {
        return terms(name, Source.MADE, null);
    }

    /** The same, with another source or with a reminder. */
    public static Terms terms(String name, Source source, Terms.@Nullable Reminding reminding) {
        LocalDate to = LocalDate.now(Clock.systemUTC()).plusYears(1);
        return new Terms(
                name,
                new Terms.Codes(source, Alphabet.CLEAR, 8, 1_000),
                FROM,
                to,
                new Terms.Good.Until(to),
                "Скидка 20 %",
                new Terms.Joining("VESTNIK", "Ваш код [Промокод], [Имя|друг]", null),
                reminding);
    }

    /** A new action whose codes are made. */
    public static ActionId made(Who who, String name, ApplicationContext context) {
        return kept(who, terms(name), context);
    }

    /** A new action that was deleted. */
    public static ActionId deleted(Who who, String name, ApplicationContext context) {
        ActionId action = made(who, name, context);
        return context.getBean(ActionDesk.class).delete(who, action) ? action : fail(action);
    }

    /** A new action. */
    public static ActionId kept(Who who, Terms terms, ApplicationContext context) {
        ActionDesk.Saved saved = context.getBean(ActionDesk.class).create(who, terms);
        return saved instanceof ActionDesk.Saved.Kept(ActionId id) ? id : fail(saved);
    }

    private static ActionId fail(Object what) {
        throw new AssertionError(what);
    }

    /** A load of a file into a new action. */
    public static JobId loading(Who who, String name, FileId file, ApplicationContext context) {
        ActionId action = kept(who, terms(name, Source.LOADED, null), context);
        return context.getBean(CodeLoad.class).start(who, action, file).orElseThrow();
    }

    /** A code of the action that is out with a message. */
    public static String code(Who who, ActionId action, String phone, ApplicationContext context) {
        PromoCodes codes = context.getBean(PromoCodes.class);
        MessageId message =
                context.getBean(Pipeline.class).newIds(who.account(), 1).getFirst();
        PromoCodes.Issued issued = context.getBean(Transactions.class)
                .call(() -> codes.issue(
                        who.account(), null, List.of(action), List.of(new PromoCodes.Addressed(message, phone))));
        return ((PromoCodes.Issued.Given) issued).code(0, 0);
    }
}

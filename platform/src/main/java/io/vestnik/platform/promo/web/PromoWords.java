package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.promo.Till;
import io.vestnik.platform.promo.domain.Action;
import io.vestnik.platform.promo.domain.ActionDesk.Wrong;
import io.vestnik.platform.promo.domain.CodeStore;
import io.vestnik.platform.promo.domain.Terms;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The words of the pages of promo, in the language of who looks. */
@Component
class PromoWords {
    private final MessageSource messages;
    private final Format format;
    private final Accounts accounts;

    PromoWords(MessageSource messages, Format format, Accounts accounts) {
        this.messages = messages;
        this.format = format;
        this.accounts = accounts;
    }

    public String of(String key, Object... arguments) {
        return messages.getMessage(key, arguments, LocaleContextHolder.getLocale());
    }

    Format format() {
        return format;
    }

    public String state(Action.State state) {
        return of("promo.state." + state.code());
    }

    public Tone tone(Action.State state) {
        return switch (state) {
            case AHEAD -> Tone.WAITING;
            case ON -> Tone.SUCCESS;
            case OVER -> Tone.NEUTRAL;
        };
    }

    public String code(CodeStore.State state) {
        return of("promo.code." + state.code());
    }

    public Tone tone(CodeStore.State state) {
        return switch (state) {
            case FREE -> Tone.NEUTRAL;
            case ISSUED -> Tone.PROGRESS;
            case REDEEMED -> Tone.SUCCESS;
            case VOID -> Tone.FAILURE;
        };
    }

    public String money(AccountId account, Money amount) {
        return format.money(amount, currency(account));
    }

    String currency(AccountId account) {
        return accounts.get(account).currency();
    }

    /** Until when codes are good. */
    public String good(Terms.Good good) {
        return switch (good) {
            case Terms.Good.Until(LocalDate day) -> of("promo.good.until", format.day(day));
            case Terms.Good.Days(int days) -> of("promo.good.days", days);
        };
    }

    /** The last day of a code that is good before a midnight. */
    public String lastDay(Instant until) {
        return format.date(until.minus(Duration.ofSeconds(1)));
    }

    /** Why a code that is there is not redeemed. */
    String refusal(Till.Why why) {
        return of("promo.till." + why.name().toLowerCase(Locale.ROOT));
    }

    FieldErrors errors(List<Wrong> faults) {
        FieldErrors errors = FieldErrors.none();
        for (Wrong fault : faults) {
            errors = errors.and(fault.field(), of("promo.fault." + fault.code(), fault.detail()));
        }
        return errors;
    }

    /** What may be chosen, by the words under a key. */
    <T extends Enum<T>> List<Option> options(Class<T> type, String key, Function<T, String> code) {
        return Arrays.stream(type.getEnumConstants())
                .map(it -> new Option(code.apply(it), of(key + code.apply(it))))
                .toList();
    }
}

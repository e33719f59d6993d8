package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.billing.Wallets.Order;
import io.vestnik.platform.billing.Wallets.Wish;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** Accounts below in the words of the pages. */
@Component
class ClientWords {
    private static final String OPEN = "open";
    private static final String CLOSED = "closed";

    private final MessageSource messages;

    ClientWords(MessageSource messages) {
        this.messages = messages;
    }

    /** What the address of the list asks for. */
    static Wish wish(ListQuery query) {
        ListQuery.Sort sort = query.sort(new ListQuery.Sort("name", false), "name", "number", "available");
        @Nullable
        Boolean active = query.filter("state")
                .filter(it -> it.equals(OPEN) || it.equals(CLOSED))
                .map(OPEN::equals)
                .orElse(null);
        return new Wish(
                query.search(), active, Order.valueOf(sort.column().toUpperCase(Locale.ROOT)), sort.descending());
    }

    List<Option> states(Locale locale) {
        return List.of(
                new Option(OPEN, text("billing.client.open", locale)),
                new Option(CLOSED, text("billing.client.closed", locale)));
    }

    List<Option> kinds(AccountKind server) {
        return server.below().stream()
                .map(it -> new Option(it.name(), kind(it)))
                .toList();
    }

    public String kind(AccountKind kind) {
        return text("billing.client.kind." + kind.name().toLowerCase(Locale.ROOT), LocaleContextHolder.getLocale());
    }

    public String state(Account account) {
        return text("billing.client." + (account.active() ? OPEN : CLOSED), LocaleContextHolder.getLocale());
    }

    public Tone tone(Account account) {
        return account.active() ? Tone.SUCCESS : Tone.NEUTRAL;
    }

    /** What is wrong with a field, under the name that it has in the form. */
    FieldErrors error(String field, String code) {
        return FieldErrors.none()
                .and(
                        field.equals("owner/name") ? "owner" : field.replace("owner/", ""),
                        text("billing.client.fault." + code, LocaleContextHolder.getLocale()));
    }

    String text(String key, Locale locale, Object... arguments) {
        return messages.getMessage(key, arguments, locale);
    }
}

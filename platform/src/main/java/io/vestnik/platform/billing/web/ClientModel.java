package io.vestnik.platform.billing.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.AccountsBelow.Below;
import io.vestnik.platform.accounts.TariffChoice;
import io.vestnik.platform.accounts.TariffChoice.Offered;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.billing.web.ClientForms.Settings;
import io.vestnik.platform.billing.web.TopUpPages.Payment;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tone;
import io.vestnik.platform.shell.ZoneNames;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;
import org.springframework.web.server.ResponseStatusException;

/** What the page of an account below shows. */
@Component
class ClientModel {
    private final AccountsBelow below;
    private final Billing billing;
    private final ZoneNames zones;
    private final ClientWords words;
    private final TariffChoice tariffs;

    ClientModel(AccountsBelow below, Billing billing, ZoneNames zones, ClientWords words, TariffChoice tariffs) {
        this.below = below;
        this.billing = billing;
        this.zones = zones;
        this.words = words;
        this.tariffs = tariffs;
    }

    /** Those that a new account may be given, after the usual one; none where there is nothing to choose. */
    List<Option> tariffs(Who who) {
        List<Offered> offered = tariffs.offered(who);
        if (offered.isEmpty()) {
            return List.of();
        }
        String usual = words.text("billing.client.tariff.usual", LocaleContextHolder.getLocale());
        return Stream.concat(
                        Stream.of(new Option("", usual)),
                        offered.stream().map(it -> new Option(Long.toString(it.id()), it.name())))
                .toList();
    }

    /** The account right below; there is no such page otherwise. */
    Below client(Who who, long id) {
        return Optional.of(id)
                .filter(it -> it > 0)
                .flatMap(it -> below.find(who.account(), new AccountId(it)))
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }

    /** The page with what was typed, and what somebody else has made of it meanwhile. */
    String stale(Below now, Settings typed, Model model) {
        Account account = now.account();
        Settings theirs = Settings.of(now);
        model.addAttribute("stale", Tone.WAITING);
        model.addAttribute(
                "changes",
                Stream.of(
                                change("billing.client.name", theirs.name(), typed.name()),
                                change("billing.client.zone", zones.name(account.zone()), zone(typed.zone(), account)),
                                change("billing.note", theirs.note(), typed.note()))
                        .filter(Change::differs)
                        .toList());
        model.addAttribute("settings", new Settings(typed.name(), typed.zone(), typed.note(), now.version()));
        return show(now, model);
    }

    /** One that is none changes nothing. */
    private String zone(String typed, Account account) {
        boolean known = ZoneId.getAvailableZoneIds().contains(typed);
        return zones.name(known ? ZoneId.of(typed) : account.zone());
    }

    private Change change(String key, String theirs, String typed) {
        return new Change(words.text(key, LocaleContextHolder.getLocale()), theirs, typed);
    }

    /** Fills in what is not there yet: what was typed stays. */
    String show(Below client, Model model) {
        model.addAttribute("client", client);
        model.addAttribute("words", words);
        model.addAttribute("balance", billing.balance(client.account().id()));
        Payment payment = model.getAttribute("payment") instanceof Payment typed ? typed : Payment.NONE;
        model.addAttribute("payment", payment);
        Settings settings = model.getAttribute("settings") instanceof Settings typed ? typed : Settings.of(client);
        model.addAttribute("settings", settings);
        model.addAttribute("zones", zones.options(settings.zone()));
        return "billing/client";
    }
}

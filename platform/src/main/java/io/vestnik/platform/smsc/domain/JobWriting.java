package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.plans.Plans.When;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.sms.TextSize;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Makes mailings of what a request says: one for each text, name and clock in it. */
@Component
class JobWriting {
    /** The most different texts, names and clocks of a request. */
    static final int MOST_TEXTS = 100;

    private static final int MOST_PARTS = 255;

    private final Templates templates;
    private final Composing composing;
    private final Accounts accounts;
    private final NumberedGroups numbers;
    private final Clock clock;

    JobWriting(Templates templates, Composing composing, Accounts accounts, NumberedGroups numbers, Clock clock) {
        this.templates = templates;
        this.composing = composing;
        this.accounts = accounts;
        this.numbers = numbers;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Written {
        /** At least one. */
        record Jobs(List<Mailing> mailings) implements Written {}

        record Wrong(Fault fault) implements Written {}
    }

    /** What is sent, and when. */
    record Mailing(Draft draft, When.Rule when) {}

    /** What recipients share who are written to together. */
    private record Letter(@Nullable String sender, @Nullable ZoneId zone, String text) {
        static Letter of(Entry entry) {
            return new Letter(entry.sender(), entry.zone(), entry.text());
        }
    }

    Written write(Client client, Params params) {
        Map<Letter, List<String>> letters = new LinkedHashMap<>();
        int people = 0;
        for (Entry entry : entries(client.account(), params)) {
            people += entry.phones().size();
            letters.computeIfAbsent(Letter.of(entry), _ -> new ArrayList<>()).addAll(entry.phones());
        }
        if (letters.isEmpty() || letters.size() > MOST_TEXTS || people > Destinations.MOST || !params.has("name")) {
            return new Written.Wrong(Fault.PARAMETERS);
        }
        if (letters.keySet().stream().map(Letter::text).anyMatch(Switched::begins)) {
            return new Written.Wrong(Fault.DELIVERY);
        }
        Instant now = clock.instant();
        Optional<Moments> moments =
                Moments.read(params, accounts.get(client.account()).zone());
        if (moments.isEmpty()) {
            return new Written.Wrong(Fault.TIME);
        }
        List<Mailing> mailings = new ArrayList<>();
        for (Map.Entry<Letter, List<String>> letter : letters.entrySet()) {
            ZoneId zone = Objects.requireNonNullElse(
                    letter.getKey().zone(), accounts.get(client.account()).zone());
            Optional<Instant> start = moments.get().start(now, letter.getKey().zone());
            Optional<String> text = text(letter.getKey().text(), params);
            Optional<When.Rule> rule = start.flatMap(it -> Repeats.read(params, soonest(it, now), zone));
            if (start.isEmpty()) {
                return new Written.Wrong(Fault.TIME);
            }
            if (text.isEmpty() || rule.isEmpty()) {
                return new Written.Wrong(Fault.PARAMETERS);
            }
            String name = name(params, mailings.size() + 1, letters.size());
            String sender = letter.getKey().sender() == null
                    ? composing.sender(client.account(), params)
                    : letter.getKey().sender();
            mailings.add(new Mailing(
                    new Draft(
                            name,
                            sender,
                            text.get(),
                            audience(client.account(), letter.getValue()),
                            timing(client, moments.get()),
                            manner(params),
                            null),
                    rule.get()));
        }
        return new Written.Jobs(mailings);
    }

    private static String name(Params params, int place, int of) {
        return of == 1 ? params.get("name") : params.get("name") + " (" + place + "/" + of + ")";
    }

    private List<Entry> entries(AccountId account, Params params) {
        if (!params.has("tpl")) {
            return EntryReading.read(params);
        }
        return params.number("tpl").stream()
                .boxed()
                .flatMap(id -> templates.find(account, id).stream())
                .map(StoredTemplate::draft)
                .map(Draft::text)
                .flatMap(text -> EntryReading.read(params.with("mes", text).with("list", "")).stream())
                .toList();
    }

    /** A mailing that is to go now goes with the next minute that has not begun. */
    private static Instant soonest(Instant start, Instant now) {
        Instant soonest = now.plus(2, ChronoUnit.MINUTES);
        return start.isBefore(soonest) ? soonest : start;
    }

    /** Empty where it is too long, and cutting it could tear what is put into it for each recipient. */
    private static Optional<String> text(String written, Params params) {
        String letters = TextForms.letters(written, params.get("translit"));
        int parts = (int) Math.min(params.number("maxsms").orElse(0), MOST_PARTS);
        if (parts == 0 || TextSize.of(letters).parts() <= parts) {
            return Optional.of(letters);
        }
        boolean torn = letters.indexOf('[') >= 0
                || letters.indexOf('{') >= 0
                || (params.on("tinyurl") && letters.contains("://"));
        return torn ? Optional.empty() : Optional.of(TextForms.cut(letters, parts));
    }

    private Audience audience(AccountId account, List<String> written) {
        return new Audience(
                written.stream()
                        .filter(GroupNumbers::isGroup)
                        .map(it -> numbers.read(account, it))
                        .toList(),
                written.stream().filter(it -> !GroupNumbers.isGroup(it)).toList());
    }

    private Timing timing(Client client, Moments moments) {
        Timing timing = new Timing(
                Objects.requireNonNullElseGet(moments.validity(), () -> composing.validity(client.account())));
        return moments.period() == null ? timing : timing.at(new Spread.Over(moments.period()));
    }

    /** The reserve counts where the main name may not be used: nothing is sent to anybody twice. */
    private static Manner manner(Params params) {
        boolean reserve = params.on("fl[5]") && params.has("sender2");
        return new Manner(params.on("tinyurl"), reserve ? params.get("sender2") : null, List.of());
    }
}

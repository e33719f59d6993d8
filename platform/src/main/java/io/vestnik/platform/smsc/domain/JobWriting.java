package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.plans.Plans;
import io.vestnik.platform.plans.Plans.When;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.springframework.stereotype.Component;

/** Makes a plan of what a request says of a mailing. */
@Component
class JobWriting {
    private static final DateTimeFormatter LOCAL = DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmm00");
    private static final String HOURS =
            IntStream.range(0, 24).mapToObj(Integer::toString).collect(Collectors.joining(","));
    private static final int MOST_REPEATS = 999;

    private final Campaigns campaigns;
    private final Templates templates;
    private final Composing composing;
    private final Accounts accounts;
    private final Clock clock;

    JobWriting(Campaigns campaigns, Templates templates, Composing composing, Accounts accounts, Clock clock) {
        this.campaigns = campaigns;
        this.templates = templates;
        this.composing = composing;
        this.accounts = accounts;
        this.clock = clock;
    }

    /** What came of it. */
    sealed interface Written {
        record Job(Plans.Terms terms) implements Written {}

        record Wrong(Fault fault) implements Written {}
    }

    /** Keeps a draft of the mailing, which the plan is to send. */
    Written write(Client client, Params params) {
        Optional<String> text = text(client, params);
        String rule = rule(params);
        if (text.isEmpty() || rule.isEmpty() || !params.has("name") || !params.has("phones") || asksForMore(params)) {
            return new Written.Wrong(Fault.PARAMETERS);
        }
        ZoneId zone = accounts.get(client.account()).zone();
        Instant now = clock.instant();
        Optional<Moments> moments = Moments.read(params, zone);
        Optional<Instant> start = moments.flatMap(it -> it.start(now, null));
        if (moments.isEmpty() || start.isEmpty()) {
            return new Written.Wrong(Fault.TIME);
        }
        Duration validity = Objects.requireNonNullElse(moments.get().validity(), composing.validity(client.account()));
        Draft draft = new Draft(
                params.get("name"),
                composing.sender(client.account(), params),
                TextForms.letters(text.get(), params.get("translit")),
                groups(params),
                phones(params),
                validity);
        return switch (campaigns.save(client.who(), null, 0, draft)) {
            case Campaigns.Saved.Kept(var id, int _) ->
                new Written.Job(new Plans.Terms(
                        params.get("name"), id, new When.Rule(first(start.get(), now, zone) + rule, "run"), 1));
            case Campaigns.Saved.Refused _, Campaigns.Saved.Stale _, Campaigns.Saved.NotFound _ ->
                new Written.Wrong(Fault.PARAMETERS);
        };
    }

    private Optional<String> text(Client client, Params params) {
        if (params.has("tpl")) {
            return params.number("tpl").stream()
                    .boxed()
                    .flatMap(id -> templates.find(client.account(), id).stream())
                    .map(StoredTemplate::draft)
                    .map(Draft::text)
                    .findFirst();
        }
        return EntryReading.read(params).stream().map(Entry::text).findFirst();
    }

    /** What {@code send.php} takes and a plan does not. */
    private static boolean asksForMore(Params params) {
        return params.has("list") || params.has("period") || params.has("maxsms") || params.on("tinyurl");
    }

    private static List<String> destinations(Params params) {
        return Arrays.stream(params.get("phones").split("[,;\\n]", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private static List<GroupId> groups(Params params) {
        return destinations(params).stream()
                .filter(Destinations::isGroup)
                .map(it -> new GroupId(Long.parseLong(it.substring(1))))
                .toList();
    }

    private static List<String> phones(Params params) {
        return destinations(params).stream()
                .filter(it -> !Destinations.isGroup(it))
                .toList();
    }

    /** A mailing that is to go now goes with the next minute that has not begun. */
    private static String first(Instant start, Instant now, ZoneId zone) {
        Instant soonest = now.plus(2, ChronoUnit.MINUTES);
        ZonedDateTime first = (start.isBefore(soonest) ? soonest : start).atZone(zone);
        return "DTSTART;TZID=" + zone.getId() + ":" + LOCAL.format(first) + "\n";
    }

    /** Of RFC 5545; empty where the request says nothing that is known. */
    private static String rule(Params params) {
        long repeats = params.has("rptn") ? params.number("rptn").orElse(-1) : MOST_REPEATS;
        if (repeats < 0 || repeats > MOST_REPEATS) {
            return "";
        }
        String often = switch (params.get("rpt")) {
            case "", "0" -> "FREQ=DAILY;COUNT=1";
            case "1" -> "FREQ=DAILY;BYHOUR=" + HOURS;
            case "2" -> "FREQ=DAILY";
            case "3" -> "FREQ=WEEKLY;BYDAY=MO,TU,WE,TH,FR";
            case "4" -> "FREQ=WEEKLY;BYDAY=SA,SU";
            case "5" -> "FREQ=WEEKLY";
            case "6" -> "FREQ=MONTHLY";
            case "7" -> "FREQ=YEARLY";
            default -> "";
        };
        boolean counted = often.isEmpty() || often.contains("COUNT") || !params.has("rptn");
        return often.isEmpty() ? "" : "RRULE:" + often + (counted ? "" : ";COUNT=" + (repeats + 1));
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.WritingRules;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.UserId;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * The first thousand of an audience, for whoever writes a text: read once and kept for two minutes, so that each stroke of a key
 * counts in memory. Another audience or another sender is read anew. Of each person who writes one audience is kept.
 */
@Component
public class FirstThousand {
    /** How many are read. */
    public static final int MOST = 1_000;

    private static final Duration KEPT = Duration.ofMinutes(2);
    private static final int MOST_WRITERS = 100;
    /** Steps of a segment may hand out nobody: so many are looked at, and no more. */
    private static final int STEPS = 10;

    private final AudienceWalk walk;
    private final AudiencePrices prices;
    private final WritingRules rules;
    private final Clock clock;
    private final SenderChoice names;
    private final SequencedMap<Writer, Kept> kept = new LinkedHashMap<>();

    FirstThousand(AudienceWalk walk, AudiencePrices prices, WritingRules rules, Clock clock, SenderChoice names) {
        this.names = names;
        this.walk = walk;
        this.prices = prices;
        this.rules = rules;
        this.clock = clock;
    }

    private record Writer(AccountId account, @Nullable UserId user) {}

    private record Kept(
            Audience audience,
            String sender,
            @Nullable String reserve,
            Set<String> fields,
            Instant until,
            People people) {}

    /**
     * Some of an audience, or all of it.
     *
     * @param people in the order in which they are walked; {@link #MOST} at most
     * @param all whether there is nobody else
     */
    public record People(List<Addressee> people, boolean all) {
        /** An audience without anybody. */
        static final People NOBODY = new People(List.of(), true);

        public People {
            people = List.copyOf(people);
        }
    }

    /**
     * Those whom this draft would be sent to first.
     *
     * @param fields whose values any text may need: all that there are, so that another text asks for nothing new
     */
    public People of(Who who, Draft draft, Set<String> fields) {
        Audience audience = draft.audience();
        if (audience.groups().isEmpty() && audience.phones().isEmpty()) {
            return People.NOBODY;
        }
        Writer writer = new Writer(who.account(), who.user());
        Instant now = clock.instant();
        synchronized (kept) {
            Kept found = kept.get(writer);
            if (found != null
                    && found.until.isAfter(now)
                    && found.audience.equals(audience)
                    && found.sender.equals(draft.sender())
                    && Objects.equals(found.reserve, draft.manner().reserve())
                    && found.fields.equals(fields)) {
                return found.people;
            }
        }
        People people = read(who.account(), draft, fields);
        synchronized (kept) {
            kept.remove(writer);
            kept.values().removeIf(it -> !it.until.isAfter(now));
            if (kept.size() >= MOST_WRITERS) {
                kept.pollFirstEntry();
            }
            kept.put(
                    writer,
                    new Kept(audience, draft.sender(), draft.manner().reserve(), fields, now.plus(KEPT), people));
        }
        return people;
    }

    /** What of the numbers typed by hand is none, each once, as it is written. */
    public List<String> unreadable(AccountId account, Draft draft) {
        return walk.typed(account, draft).unreadable();
    }

    private People read(AccountId account, Draft draft, Set<String> fields) {
        AudienceWalk.Typed typed = walk.typed(account, draft);
        Set<String> first = typed.phones().stream().limit(MOST).collect(Collectors.toCollection(LinkedHashSet::new));
        List<Recipient> people = new ArrayList<>(walk.people(account, new AudienceWalk.Typed(first, List.of())));
        boolean all = first.size() == typed.phones().size();
        String after = "";
        for (int step = 0; all && step < STEPS; step++) {
            AudienceWalk.Stretch stretch = walk.members(account, draft, fields, after, MOST);
            people.addAll(stretch.people());
            after = stretch.last();
            if (after.isEmpty() || people.size() > MOST) {
                break;
            }
        }
        all = all && after.isEmpty() && people.size() <= MOST;
        return new People(addressees(account, draft, people.subList(0, Math.min(people.size(), MOST))), all);
    }

    private List<Addressee> addressees(AccountId account, Draft draft, List<Recipient> people) {
        TrafficType type = TrafficType.ADVERTISING;
        Set<String> excluded = walk.leftOut(account, draft, people);
        Map<Integer, WritingRules.Reason> stopped = rules.concern(account)
                ? rules.refused(people.stream()
                        .map(person -> new WritingRules.Letter(
                                account, WritingRules.SMS, draft.sender(), type, person.phone()))
                        .toList())
                : Map.of();
        boolean test = prices.tests(account);
        Map<String, Network> networks = new HashMap<>();
        List<Addressee> addressees = new ArrayList<>(people.size());
        for (int place = 0; place < people.size(); place++) {
            Recipient person = people.get(place);
            Origin origin = prices.originOf(person.phone());
            Network network = networks.computeIfAbsent(origin.mccMnc(), _ -> {
                Network priced = prices.price(account, type, origin);
                return names.named(account, draft.sender(), draft.manner().reserve(), test ? priced.free() : priced);
            });
            addressees.add(new Addressee(person, excluded.contains(person.phone()), stopped.get(place), network));
        }
        return addressees;
    }
}

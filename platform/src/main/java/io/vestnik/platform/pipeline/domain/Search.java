package io.vestnik.platform.pipeline.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timelines.By;
import io.vestnik.platform.pipeline.Timelines.Finding;
import io.vestnik.platform.pipeline.domain.FindingStore.Bounds;
import java.time.Clock;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds messages by whatever somebody has of them. */
@Component
class Search {
    static final int ROWS = 50;
    private static final Duration FAR = Duration.ofDays(92);
    private static final long ABOVE_ALL = 1L << 53;
    private static final int LONGEST = 100;
    private static final int LONGEST_CAMPAIGN = 10;

    private final FindingStore store;
    private final Accounts accounts;
    private final Clock clock;

    Search(FindingStore store, Accounts accounts, Clock clock) {
        this.store = store;
        this.accounts = accounts;
        this.clock = clock;
    }

    Set<AccountId> accountsOf(Reach reach) {
        return switch (reach.span()) {
            case OWN -> Set.of(reach.account());
            case BELOW -> accounts.tree(reach.account());
        };
    }

    Slice<Finding> find(Reach reach, String typed, @Nullable String cursor) {
        String words = typed.strip();
        if (words.isEmpty() || words.length() > LONGEST || words.chars().anyMatch(c -> c < ' ')) {
            return new Slice<>(List.of(), null);
        }
        Set<AccountId> whose = accountsOf(reach);
        Bounds bounds = new Bounds(MessageId.floorOf(clock.instant().minus(FAR)), below(cursor), ROWS + 1);
        Map<Long, By> found = new TreeMap<>(Comparator.reverseOrder());
        if (words.matches("[0-9]{1,16}")) {
            add(found, By.ID, store.byId(whose, Long.parseLong(words), bounds));
        }
        add(found, By.UPSTREAM_ID, store.byUpstream(whose, UpstreamForms.of(words), bounds));
        add(found, By.REFERENCE, store.byReference(whose, words, bounds));
        for (String phone : phones(reach.account(), words)) {
            add(found, By.PHONE, store.byPhone(whose, phone, bounds));
        }
        if (words.matches("[0-9]{1," + LONGEST_CAMPAIGN + "}")) {
            add(found, By.CAMPAIGN, store.byCampaign(whose, Long.parseLong(words), bounds));
        }
        List<Long> ids = found.keySet().stream().limit(ROWS + 1L).toList();
        List<Finding> rows = new ArrayList<>(ids.size());
        for (MessageView view : store.views(whose, ids)) {
            rows.add(new Finding(view, found.getOrDefault(view.id().value(), By.ID)));
        }
        return Slice.of(rows, ROWS, row -> row.message().id().toString());
    }

    private static long below(@Nullable String cursor) {
        return cursor != null && cursor.matches("[0-9]{1,16}")
                ? Math.min(Long.parseLong(cursor), ABOVE_ALL)
                : ABOVE_ALL;
    }

    private static void add(Map<Long, By> found, By by, List<Long> ids) {
        ids.forEach(id -> found.putIfAbsent(id, by));
    }

    private Set<String> phones(AccountId account, String words) {
        Set<String> phones = new LinkedHashSet<>();
        if (PhoneNumber.parse(words, new Country(accounts.get(account).country()))
                instanceof ParseResult.Parsed parsed) {
            phones.add(parsed.number().digits());
        }
        if (words.matches("[0-9]{7,15}")) {
            phones.add(words);
        }
        return phones;
    }
}

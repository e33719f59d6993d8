package io.vestnik.platform.statistics.persistence;

import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.Tally.Alike;
import io.vestnik.platform.statistics.domain.Change;
import java.math.BigDecimal;
import java.time.ZoneOffset;
import java.util.Arrays;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The columns of counters: one for each state, named as it is, and those of all messages of a row. */
final class SumColumns {
    static final List<String> STATES =
            Arrays.stream(MessageState.values()).map(MessageState::code).toList();
    static final List<String> MARKS =
            Arrays.stream(MessageMark.values()).map(MessageMark::code).toList();

    /** All that is added up, in the order of their tables. */
    static final List<String> ALL = Stream.of(STATES, List.of("parts", "charged"), MARKS)
            .flatMap(List::stream)
            .toList();

    // All writers take rows in this order.
    private static final Comparator<Alike> BY_KEY = Comparator.comparing(Alike::account)
            .thenComparing(Alike::from)
            .thenComparingLong(alike -> number(alike.campaign()))
            .thenComparing(Alike::sender)
            .thenComparing(Alike::mccMnc)
            .thenComparing(Alike::region)
            .thenComparingInt(alike -> alike.way().number());

    private SumColumns() {}

    static long number(@Nullable CampaignId campaign) {
        return campaign == null ? 0 : campaign.value();
    }

    /** {@code a, b, c} of a pattern such as {@code sum(%s)} for each of the names. */
    static String each(List<String> names, String pattern) {
        return names.stream().map(name -> pattern.replace("%s", name)).collect(Collectors.joining(", "));
    }

    /** The changes as arrays, a column each, in the order of their key. */
    static Map<String, Object> arrays(Map<Alike, Change> changes) {
        List<Alike> keys = changes.keySet().stream().sorted(BY_KEY).toList();
        List<Change> rows = keys.stream().map(changes::get).toList();
        Map<String, Object> arrays = new LinkedHashMap<>();
        arrays.put("account", longs(keys, key -> key.account().value()));
        arrays.put(
                "at",
                keys.stream()
                        .map(key -> key.from().atOffset(ZoneOffset.UTC).toString())
                        .toArray(String[]::new));
        arrays.put("campaign", longs(keys, key -> number(key.campaign())));
        arrays.put("sender", texts(keys, Alike::sender));
        arrays.put("mcc_mnc", texts(keys, Alike::mccMnc));
        arrays.put("region", texts(keys, Alike::region));
        arrays.put("way", longs(keys, key -> (long) key.way().number()));
        for (MessageState state : MessageState.values()) {
            arrays.put(state.code(), longs(rows, row -> row.of(state)));
        }
        arrays.put("parts", longs(rows, Change::parts));
        arrays.put(
                "charged", rows.stream().map(row -> row.charged().toDecimal()).toArray(BigDecimal[]::new));
        for (MessageMark mark : MessageMark.values()) {
            arrays.put(mark.code(), longs(rows, row -> row.of(mark)));
        }
        return arrays;
    }

    private static <T> Long[] longs(List<T> of, Function<T, Long> value) {
        return of.stream().map(value).toArray(Long[]::new);
    }

    private static <T> String[] texts(List<T> of, Function<T, String> value) {
        return of.stream().map(value).toArray(String[]::new);
    }
}

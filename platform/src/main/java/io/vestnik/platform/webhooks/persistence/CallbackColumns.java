package io.vestnik.platform.webhooks.persistence;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.webhooks.domain.Callback;
import io.vestnik.platform.webhooks.domain.Event;
import io.vestnik.platform.webhooks.domain.Event.News;
import io.vestnik.platform.webhooks.domain.Event.Said;
import io.vestnik.sms.Body;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.function.ToLongFunction;
import org.jspecify.annotations.Nullable;

/** Callbacks as columns: an array for each, so that thousands go with one statement. */
record CallbackColumns(List<Callback> callbacks) {
    static final String NAMES =
            "endpoint, account, url, message, campaign, sender, recipient, reference, state, error, parts, price, at, mark,"
                    + " said, keyword, type, data, kind";

    /** The arrays of {@link #values()} in the order of {@link #NAMES}, for {@code unnest}. */
    static final String ARRAYS = """
            :endpoint::bigint[], :account::bigint[], :url::text[], :message::bigint[], :campaign::bigint[],
            :sender::text[], :recipient::text[], :reference::text[], :state::smallint[], :error::text[],
            :parts::smallint[], :price::bigint[], :at::bigint[], :mark::smallint[], :said::text[], :keyword::text[],
            :type::text[], :data::text[], :kind::smallint[]""";

    /** The columns of {@link #NAMES} as they are stored, from an {@code unnest} whose columns have these names. */
    static final String STORED = """
            endpoint, account, url, message, nullif(campaign, 0), sender, recipient, reference, state, error, parts,
            price / 10000.0, timestamptz 'epoch' + at * interval '1 microsecond', nullif(mark, 0), said, keyword,
            type, data, nullif(kind, 0)""";

    Map<String, Object> values() {
        Map<String, Object> values = new HashMap<>();
        values.put("endpoint", longs(Callback::endpoint));
        values.put("account", longs(it -> it.account().value()));
        values.put("url", texts(Callback::url));
        values.put("message", longs(it -> it.event().message().value()));
        values.put("campaign", longs(it -> campaign(it.event())));
        values.put("sender", texts(it -> it.event().sender()));
        values.put("recipient", texts(it -> it.event().recipient()));
        values.put("reference", texts(it -> it.event().reference()));
        values.put("state", longs(it -> it.event().state().number()));
        values.put("error", texts(it -> it.event().error()));
        values.put("parts", longs(it -> it.event().parts()));
        values.put("price", longs(it -> it.event().price().units()));
        values.put("at", longs(it -> micros(it.event())));
        values.put("mark", longs(it -> mark(it.event())));
        values.put("said", texts(it -> said(it.event(), Said::text)));
        values.put("keyword", texts(it -> said(it.event(), Said::keyword)));
        values.put("type", texts(it -> type(it.event())));
        values.put(
                "data",
                texts(it -> it.event().news() == null ? null : it.event().news().data()));
        values.put("kind", longs(it -> number(it.event().kind())));
        return values;
    }

    /** Never changes; a text is none. */
    private static int number(Body.Kind kind) {
        return switch (kind) {
            case TEXT -> 0;
            case FLASH -> 1;
            case BINARY -> 2;
        };
    }

    private static Body.Kind kind(int number) {
        return Arrays.stream(Body.Kind.values())
                .filter(it -> number(it) == number)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("Not a kind of messages: " + number));
    }

    private static long campaign(Event event) {
        CampaignId campaign = event.campaign();
        return campaign == null ? 0 : campaign.value();
    }

    private static long mark(Event event) {
        MessageMark mark = event.mark();
        return mark == null ? 0 : mark.number();
    }

    private static @Nullable String said(Event event, Function<Said, String> part) {
        return event.said() == null ? null : part.apply(event.said());
    }

    /** The name under which it is told, where it has one of its own. */
    private static @Nullable String type(Event event) {
        if (event.news() != null) {
            return event.news().type();
        }
        return event.said() == null || event.said().name().isEmpty()
                ? null
                : event.said().name();
    }

    private static long micros(Event event) {
        return ChronoUnit.MICROS.between(Instant.EPOCH, event.at());
    }

    private long[] longs(ToLongFunction<Callback> value) {
        return callbacks.stream().mapToLong(value).toArray();
    }

    private @Nullable String[] texts(Function<Callback, @Nullable String> value) {
        return callbacks.stream().map(value).toArray(String[]::new);
    }

    static Event event(ResultSet row) throws SQLException {
        long campaign = row.getLong("campaign");
        int mark = row.getInt("mark");
        String said = row.getString("said");
        String data = row.getString("data");
        String type = Objects.requireNonNullElse(row.getString("type"), "");
        return new Event(
                new MessageId(row.getLong("message")),
                campaign == 0 ? null : new CampaignId(campaign),
                row.getString("sender"),
                row.getString("recipient"),
                row.getString("reference"),
                MessageState.ofNumber(row.getInt("state")),
                row.getString("error"),
                row.getInt("parts"),
                Money.of(row.getBigDecimal("price")),
                Times.instant(row, "at"),
                mark == 0 ? null : MessageMark.ofNumber(mark),
                said == null ? null : new Said(said, Objects.requireNonNullElse(row.getString("keyword"), ""), type),
                data == null ? null : new News(type, data),
                kind(row.getInt("kind")));
    }

    static Callback callback(ResultSet row, String outlet) throws SQLException {
        return new Callback(
                row.getLong("endpoint"),
                new AccountId(row.getLong("account")),
                outlet,
                row.getString("url"),
                event(row));
    }
}

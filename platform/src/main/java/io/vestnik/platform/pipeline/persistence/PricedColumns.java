package io.vestnik.platform.pipeline.persistence;

import io.vestnik.platform.pipeline.domain.Priced;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Messages as arrays, a column each. */
final class PricedColumns {
    private final List<Priced> messages;

    PricedColumns(List<Priced> messages) {
        this.messages = messages;
    }

    /** The parameters of the insert. */
    Map<String, Object> all() {
        Map<String, Object> columns = new HashMap<>();
        columns.put("id", numbers(m -> m.id().value()));
        columns.put("account", numbers(m -> m.origin().account().value()));
        columns.put("user", numbers(m -> {
            var user = m.origin().user();
            return user == null ? null : user.value();
        }));
        columns.put("way", numbers(m -> (long) m.origin().way().number()));
        columns.put("traffic", numbers(m -> (long) m.origin().type().number()));
        columns.put("campaign", numbers(m -> {
            var campaign = m.origin().campaign();
            return campaign == null ? null : campaign.value();
        }));
        columns.put("sender", texts(m -> m.origin().sender()));
        columns.put("recipient", texts(Priced::recipient));
        columns.put("body", texts(Priced::text));
        columns.put("body_id", numbers(Priced::bodyId));
        columns.put("parts", numbers(m -> (long) m.parts()));
        columns.put("encoding", numbers(m -> (long) (short) m.encoding()));
        columns.put("mcc_mnc", texts(Priced::mccMnc));
        columns.put("region", texts(Priced::region));
        columns.put("price", numbers(m -> m.price().units()));
        columns.put("quote", numbers(Priced::quote));
        columns.put("reference", texts(m -> m.origin().feedback().reference()));
        columns.put("callback", texts(m -> m.origin().feedback().callback()));
        columns.put("registered", numbers(m -> {
            int kept = Registered.kept(m.origin().feedback().registered(), Body.Kind.of(m.encoding()));
            return kept == 0 ? null : (long) kept;
        }));
        columns.put("valid_until", numbers(m -> m.validUntil().toEpochMilli()));
        columns.put("due", numbers(m -> {
            Instant at = m.sendAt();
            return at == null ? null : at.toEpochMilli();
        }));
        columns.put("lane", numbers(m -> (long) m.lane()));
        return columns;
    }

    private @Nullable Long[] numbers(Function<Priced, @Nullable Long> column) {
        @Nullable Long[] values = new Long[messages.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(messages.get(i));
        }
        return values;
    }

    private @Nullable String[] texts(Function<Priced, @Nullable String> column) {
        @Nullable String[] values = new String[messages.size()];
        for (int i = 0; i < values.length; i++) {
            values[i] = column.apply(messages.get(i));
        }
        return values;
    }
}

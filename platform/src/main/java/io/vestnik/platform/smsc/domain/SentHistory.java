package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.MessageFilter;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Ids;
import io.vestnik.platform.smsc.wire.Params;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** What an account has sent, the newest first. */
@Component
class SentHistory {
    private static final int MOST = 1_000;
    private static final int USUAL = 100;

    private final Pipeline pipeline;
    private final Accounts accounts;
    private final Destinations destinations;
    private final MessageRecords records;

    SentHistory(Pipeline pipeline, Accounts accounts, Destinations destinations, MessageRecords records) {
        this.pipeline = pipeline;
        this.accounts = accounts;
        this.destinations = destinations;
        this.records = records;
    }

    Answer answer(Client client, Params params) {
        AccountId account = client.account();
        ZoneId zone = accounts.get(account).zone();
        Optional<AskedDays> days = AskedDays.read(params);
        Set<String> phones = phones(account, params.get("phone"));
        long count = params.has("cnt") ? params.number("cnt").orElse(0) : USUAL;
        boolean wrong = days.isEmpty()
                || phones.contains("")
                || phones.size() > MessageFilter.MOST_RECIPIENTS
                || (params.has("prev_id") && params.number("prev_id").isEmpty())
                || count < 1
                || count > MOST;
        if (wrong) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!params.get("format").matches("0?") || params.has("email")) {
            return new Answer.Refused(Fault.NOT_FOUND); // nobody sends letters here
        }
        MessageFilter filter = new MessageFilter(
                null,
                null,
                null,
                List.of(),
                null,
                days.map(AskedDays::start)
                        .map(day -> day.atStartOfDay(zone).toInstant())
                        .orElse(null),
                days.map(AskedDays::end)
                        .map(day -> day.plusDays(1).atStartOfDay(zone).toInstant())
                        .orElse(null),
                List.copyOf(phones));
        String cursor =
                params.has("prev_id") ? Long.toString(params.number("prev_id").getAsLong()) : null;
        List<MessageView> messages =
                pipeline.list(account, filter, cursor, (int) count).items();
        if (messages.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        Map<MessageId, Set<MessageMark>> marks =
                pipeline.marks(account, messages.stream().map(MessageView::id).toList());
        return new Answer.Many(messages.stream()
                .map(it -> records.line(it, marks.getOrDefault(it.id(), Set.of()), id(it)))
                .toList());
    }

    /** Their digits, empty for what is no number; a few more than may be asked for at most. */
    private Set<String> phones(AccountId account, String written) {
        return Arrays.stream(written.split("[,;\\n]", MessageFilter.MOST_RECIPIENTS + 2))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .map(it -> destinations.digits(account, it))
                .collect(Collectors.toSet());
    }

    /** The program's own where it gave one. */
    private static Object id(MessageView message) {
        return message.reference() == null ? message.id().value() : Ids.number(message.reference());
    }
}

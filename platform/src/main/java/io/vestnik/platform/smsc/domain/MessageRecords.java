package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.webhooks.SmscType;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What is said of a message that is there. */
@Component
class MessageRecords {
    private static final Locale RUSSIAN = Locale.of("ru");
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("dd.MM.uuuu HH:mm:ss");

    private final Accounts accounts;
    private final Numbering numbering;

    MessageRecords(Accounts accounts, Numbering numbering) {
        this.accounts = accounts;
        this.numbering = numbering;
    }

    /** A time as the account's clock shows it. */
    String time(AccountId account, Instant at) {
        return time(zone(account), at);
    }

    private static String time(ZoneId zone, Instant at) {
        return TIME.format(at.atZone(zone));
    }

    private ZoneId zone(AccountId account) {
        return accounts.get(account).zone();
    }

    /** The name of a country. */
    static String country(Origin origin) {
        return Locale.of("", origin.country()).getDisplayCountry(RUSSIAN);
    }

    /** Where it stands, and since when. */
    Item brief(MessageView message, Set<MessageMark> marks) {
        int status = States.of(message, marks);
        int error = States.error(message);
        Instant since = States.since(message);
        Item item = Item.of("status", status);
        String text = "Status = " + status;
        if (since != null) {
            String at = time(zone(message.account()), since);
            item = item.with("last_date", at).with("last_timestamp", since.getEpochSecond());
            text += ", check_time = " + at;
        }
        if (error != 0) {
            item = item.with("err", error);
            text += ", err = " + error;
        }
        return item.text(text).values(status, since == null ? "" : since.getEpochSecond(), error);
    }

    /**
     * Everything that a status tells.
     *
     * @param whence whether country, operator and region are among it
     */
    Item full(MessageView message, Set<MessageMark> marks, @Nullable String comment, boolean whence) {
        Item item = sent(message, marks, true);
        Origin origin = numbering.of(message.recipient());
        if (whence) {
            item = item.with("country", country(origin))
                    .with("operator", operator(origin))
                    .with("operator_orig", operator(origin))
                    .with("region", region(origin));
        }
        int status = States.of(message, marks);
        String text = Objects.requireNonNullElse(message.text(), "");
        return item.with("cost", Amounts.of(message.price()))
                .with("sender_id", message.sender())
                .with("status_name", States.name(status))
                .with("message", text)
                .with("comment", Objects.requireNonNullElse(comment, ""))
                .with("mccmnc", message.mccMnc())
                .with("type", SmscType.of(message.kind()))
                .with("sms_cnt", message.parts())
                .values(values(message, status, text, whence ? origin : null));
    }

    private static Object[] values(MessageView message, int status, String text, @Nullable Origin origin) {
        Instant since = States.since(message);
        List<Object> values = new ArrayList<>(List.of(
                status,
                since == null ? "" : since.getEpochSecond(),
                States.error(message),
                message.createdAt().getEpochSecond(),
                message.recipient()));
        if (origin != null) {
            values.addAll(List.of(country(origin), operator(origin), region(origin)));
        }
        values.addAll(List.of(Amounts.of(message.price()), message.sender(), States.name(status), text));
        return values.toArray();
    }

    /** A line of the history. */
    Item line(MessageView message, Set<MessageMark> marks, Object id) {
        Item item = sent(message, marks, false)
                .with("cost", Amounts.of(message.price()))
                .with("sender_id", message.sender())
                .with("status_name", States.name(States.of(message, marks)))
                .with("message", Objects.requireNonNullElse(message.text(), ""))
                .with("type", SmscType.of(message.kind()));
        Origin origin = numbering.of(message.recipient());
        return item.with("country", country(origin))
                .with("operator", operator(origin))
                .with("region", region(origin))
                .with("id", id)
                .with("int_id", message.id().value())
                .with("sms_cnt", message.parts())
                .with("format", 0)
                .with("crc", crc(Objects.requireNonNullElse(message.text(), "")))
                .with("mccmnc", message.mccMnc());
    }

    /** The sum of a text, by which the same ones are told: the service does not say how it counts its own. */
    private static long crc(String text) {
        CRC32 sum = new CRC32();
        sum.update(text.getBytes(StandardCharsets.UTF_8));
        return sum.getValue();
    }

    private Item sent(MessageView message, Set<MessageMark> marks, boolean flagged) {
        ZoneId zone = zone(message.account());
        Instant since = States.since(message);
        int error = States.error(message);
        Item item = Item.of("status", States.of(message, marks));
        if (since != null) {
            item = item.with("last_date", time(zone, since)).with("last_timestamp", since.getEpochSecond());
        }
        if (flagged) {
            item = item.with("flag", SmscType.of(message.kind()));
        }
        if (error != 0) {
            item = item.with("err", error);
        }
        return item.with("send_date", time(zone, message.createdAt()))
                .with("send_timestamp", message.createdAt().getEpochSecond())
                .with("phone", message.recipient());
    }

    private static String operator(Origin origin) {
        return Objects.requireNonNullElse(origin.operator(), "");
    }

    private static String region(Origin origin) {
        return Objects.requireNonNullElse(origin.region(), "");
    }
}

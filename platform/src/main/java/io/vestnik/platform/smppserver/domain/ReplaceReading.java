package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.pipeline.MessageDesk.Replacement;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.ReplaceSm;
import io.vestnik.sms.Encoding;
import io.vestnik.sms.Received;
import io.vestnik.sms.TextSize;
import java.time.Clock;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what a program wants a message to become. An empty field leaves what was. */
@Component
class ReplaceReading {
    private final TimeReading times;
    private final Clock clock;

    ReplaceReading(TimeReading times, Clock clock) {
        this.times = times;
        this.clock = clock;
    }

    /** What came of reading one. */
    sealed interface Read {
        record Wanted(Replacement replacement) implements Read {}

        /** Not taken, with this command_status. */
        record Refused(int status) implements Read {}
    }

    Read read(Program program, ReplaceSm replace, MessageView view) {
        int fault = FieldRules.later(replace.registeredDelivery(), replace.defaultMessageId());
        if (fault != CommandStatus.ESME_ROK) {
            return new Read.Refused(fault);
        }
        Instant now = clock.instant();
        Instant sendAt = moment(replace.scheduleDeliveryTime());
        if (isWrong(replace.scheduleDeliveryTime(), sendAt, now)
                || (sendAt != null && sendAt.isAfter(now.plus(NewMessage.FURTHEST)))) {
            return new Read.Refused(CommandStatus.ESME_RINVSCHED);
        }
        Instant until = moment(replace.validityPeriod());
        if (isWrong(replace.validityPeriod(), until, now)) {
            return new Read.Refused(CommandStatus.ESME_RINVEXPIRY);
        }
        byte[] octets = replace.shortMessage();
        String text =
                octets.length == 0 ? null : text(octets, view, program.system().terms());
        if (octets.length > 0 && text == null) {
            return new Read.Refused(CommandStatus.ESME_RINVMSGLEN);
        }
        int registered = replace.registeredDelivery();
        return new Read.Wanted(new Replacement(
                view.id(),
                text,
                sendAt,
                until,
                registered == 0 ? null : program.system().callback(),
                registered));
    }

    private @Nullable Instant moment(String field) {
        return field.isEmpty() ? null : times.moment(field).orElse(null);
    }

    private static boolean isWrong(String field, @Nullable Instant moment, Instant now) {
        return !field.isEmpty() && (moment == null || moment.isBefore(now));
    }

    /**
     * The new text. The request has no data_coding: it is UCS-2 where the text before needed that, or where the octets can be nothing else,
     * and otherwise what the program means by data_coding 0. Null where it is half a unit.
     */
    private static @Nullable String text(byte[] octets, MessageView view, SystemTerms terms) {
        String before = view.text();
        boolean wide = (before != null && TextSize.of(before).encoding() == Encoding.UCS2) || looksWide(octets);
        return switch (Received.read(octets, wide ? DataCoding.UCS2 : DataCoding.DEFAULT, false, terms.alphabet())) {
            case Received.Text read -> read.text();
            case Received.Binary _, Received.Malformed _ -> null;
        };
    }

    /** Whether all upper octets are those of Latin or Cyrillic letters, which nobody writes between the letters of another alphabet. */
    private static boolean looksWide(byte[] octets) {
        for (int i = 0; i < octets.length; i += 2) {
            if (octets[i] != 0 && octets[i] != 4) {
                return false;
            }
        }
        return octets.length % 2 == 0 && octets.length > 2;
    }
}

package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderCodes;
import io.vestnik.platform.senders.SenderCodes.Checked;
import io.vestnik.platform.senders.SenderCodes.Sent;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Numbers as names: {@code send_code} and {@code check_code} of {@code senders.php}. */
@Component
class NumberCodes {
    private static final Locale LANGUAGE = Locale.of("ru");

    private final SenderNames names;
    private final SenderCodes codes;

    NumberCodes(SenderNames names, SenderCodes codes) {
        this.names = names;
        this.codes = codes;
    }

    /** A number that was not asked for yet is asked for by that. */
    Answer send(Client client, Who who, Params params) {
        Optional<Sender> sender =
                names.find(who.account(), params.get("sender")).or(() -> asked(who, params));
        if (sender.isEmpty() || sender.get().state() != SenderState.UNCONFIRMED) {
            return new Answer.Refused(params.has("sender") ? Fault.FAILED : Fault.PARAMETERS);
        }
        SenderCodes.Wish wish =
                new SenderCodes.Wish(params.has("site") ? params.get("site") : null, params.get("site_name"), LANGUAGE);
        return switch (codes.send(who, sender.get().id(), wish, client.use())) {
            case Sent.On _ -> new Answer.Done();
            case Sent.Gone _ -> new Answer.Refused(Fault.NOT_FOUND);
            case Sent.NotWaiting _ -> new Answer.Refused(Fault.FAILED);
            case Sent.TooMany _ -> new Answer.Refused(Fault.DUPLICATE);
            case Sent.OfKey(KeyRefusal refusal) -> new Answer.Refused(Client.fault(refusal));
            case Sent.Refused(String reason) -> new Answer.Refused(fault(reason));
        };
    }

    private Optional<Sender> asked(Who who, Params params) {
        boolean digits = params.get("sender").matches("\\d{7,15}");
        return digits
                        && names.request(who, params.get("sender"), Sender.Terms.NONE)
                                instanceof SenderNames.Answer.Kept(Sender sender)
                ? Optional.of(sender)
                : Optional.empty();
    }

    private static Fault fault(String reason) {
        return switch (reason) {
            case "no_money" -> Fault.NO_MONEY;
            case "no_sender", "sender_not_allowed", "account_closed" -> Fault.DENIED;
            case "bad_recipient" -> Fault.NUMBER;
            case "busy" -> Fault.BUSY;
            case "site" -> Fault.PARAMETERS;
            default -> Fault.DELIVERY;
        };
    }

    Answer check(Who who, Params params) {
        if (!params.has("sender") || !params.has("code")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<Sender> sender = names.find(who.account(), params.get("sender"));
        if (sender.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        return switch (codes.check(who, sender.get().id(), params.get("code").strip())) {
            case Checked.Confirmed _ -> new Answer.Done();
            case Checked.Gone _ -> new Answer.Refused(Fault.NOT_FOUND);
            case Checked.NotWaiting _, Checked.Wrong _, Checked.Over _ -> new Answer.Refused(Fault.FAILED);
        };
    }
}

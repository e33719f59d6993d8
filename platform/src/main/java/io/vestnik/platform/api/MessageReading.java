package io.vestnik.platform.api;

import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.MessageDoor.MessageRequest;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Reads messages as programs write them. */
final class MessageReading {
    private static final int MOST_MINUTES = 4_320;
    private static final int LONGEST_REFERENCE = 64;
    private static final int LONGEST_CALLBACK = 500;

    private MessageReading() {}

    /** What holds where a request says nothing: the country that numbers are read in, the account's settings, this moment. */
    record Usual(Country home, SendingTerms terms, Instant now) {}

    /** What came of reading one. */
    sealed interface Read {
        /**
         * One that can be sent.
         *
         * @param marked its text with marks where it gets links; none where it gets none
         */
        record Message(NewMessage message, @Nullable Marked marked) implements Read {}

        /** Not empty. */
        record Wrong(List<FieldError> errors) implements Read {}
    }

    /** Reads one message; {@code at} points to it within the request. */
    static Read read(Who who, @Nullable MessageRequest request, Usual usual, String at) {
        if (request == null) {
            return new Read.Wrong(List.of(new FieldError(at, "empty", null)));
        }
        List<FieldError> errors = new ArrayList<>();
        request.checkNames(at, errors);
        boolean byRecipient = request.to() == null;
        String written = Objects.requireNonNullElse(byRecipient ? request.recipient() : request.to(), "");
        String recipient = Phones.digits(written, usual.home());
        if (recipient.isEmpty()) {
            errors.add(new FieldError(at + (byRecipient ? "/recipient" : "/to"), "bad_recipient", null));
        }
        String sender =
                present(request.sender() == null ? usual.terms().sender() : request.sender(), at + "/sender", errors);
        Body body = BodyReading.read(request, at, errors);
        Optional<TrafficType> type = type(request.type());
        if (type.isEmpty()) {
            errors.add(new FieldError(at + "/type", "unknown", "One of " + types()));
        }
        long minutes =
                request.validityMinutes() == null ? usual.terms().validity().toMinutes() : request.validityMinutes();
        if (minutes < 1 || minutes > MOST_MINUTES) {
            errors.add(new FieldError(at + "/validity_minutes", "out_of_range", "1 to " + MOST_MINUTES));
        }
        String reference = reference(request.reference(), at + "/reference", errors);
        String callback = callback(request.callback(), at + "/callback", errors);
        Instant sendAt = sendAt(request.sendAt(), usual.now(), at + "/send_at", errors);
        if (!errors.isEmpty() || type.isEmpty() || body == null) {
            return new Read.Wrong(errors);
        }
        NewMessage message = new NewMessage(
                who.account(),
                who.user(),
                Way.API,
                type.get(),
                sender,
                recipient,
                body,
                Duration.ofMinutes(minutes),
                callback == null ? Feedback.reference(reference) : new Feedback(reference, callback, 0),
                sendAt);
        return new Read.Message(message, null);
    }

    private static @Nullable String reference(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value != null && (value.length() > LONGEST_REFERENCE || value.indexOf('\0') >= 0)) {
            errors.add(new FieldError(pointer, "too_long", "At most " + LONGEST_REFERENCE));
        } else if (value != null && Feedback.isReserved(value)) {
            errors.add(new FieldError(pointer, "reserved", null));
        }
        return value;
    }

    /** An address that can be called; whether it may be is seen when it is. */
    private static @Nullable String callback(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value != null && value.length() > LONGEST_CALLBACK) {
            errors.add(new FieldError(pointer, "too_long", "At most " + LONGEST_CALLBACK));
        } else if (value != null && !OutboundHttp.isWebAddress(value)) {
            errors.add(new FieldError(pointer, "bad_url", "http://… or https://…"));
        }
        return value;
    }

    private static @Nullable Instant sendAt(
            @Nullable String written, Instant now, String pointer, List<FieldError> errors) {
        Instant at = Moments.read(pointer, written, errors);
        if (at != null && at.isAfter(now.plus(NewMessage.FURTHEST))) {
            errors.add(
                    new FieldError(pointer, "out_of_range", "At most " + NewMessage.FURTHEST.toDays() + " days ahead"));
        }
        return at;
    }

    static String present(@Nullable String value, String pointer, List<FieldError> errors) {
        if (value == null || value.isBlank()) {
            errors.add(new FieldError(pointer, "empty", null));
            return "";
        }
        return value;
    }

    private static Optional<TrafficType> type(@Nullable String code) {
        String wanted = Objects.requireNonNullElse(code, TrafficType.TRANSACTIONAL.code());
        return Arrays.stream(TrafficType.values())
                .filter(type -> type.code().equals(wanted))
                .findFirst();
    }

    private static String types() {
        return Arrays.stream(TrafficType.values()).map(TrafficType::code).collect(Collectors.joining(", "));
    }

    /** The refusal of a message as an error of the field that it is about. */
    static FieldError error(Acceptance.Reason reason, String at) {
        String field = switch (reason) {
            case BAD_RECIPIENT, NO_PRICE, NO_ROUTE, STOPPED, FOREIGN_NUMBER -> "/recipient";
            case EMPTY_TEXT, BAD_CHARACTERS, TOO_LONG -> "/text";
            case SENDER_NOT_ALLOWED -> "/sender";
            case NO_MONEY, ACCOUNT_CLOSED, OUTSIDE_HOURS -> "";
        };
        return new FieldError(at + field, reason.code(), null);
    }
}

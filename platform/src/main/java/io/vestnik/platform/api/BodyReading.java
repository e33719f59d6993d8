package io.vestnik.platform.api;

import io.vestnik.platform.api.MessageDoor.MessageRequest;
import io.vestnik.platform.api.MessageDoor.Octets;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.sms.Body;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Reads what a message brings: a text, a flash, or octets in hexadecimal digits. */
final class BodyReading {
    private static final int EIGHT_BITS = 4;

    private BodyReading() {}

    /** None where something is added to the errors. */
    static @Nullable Body read(MessageRequest request, String at, List<FieldError> errors) {
        boolean flash = Boolean.TRUE.equals(request.flash());
        Octets octets = request.binary();
        if (octets == null) {
            return new Body.Text(MessageReading.present(request.text(), at + "/text", errors), flash);
        }
        String pointer = at + "/binary";
        if (flash || request.text() != null) {
            errors.add(new FieldError(pointer, "not_beside", "Neither text nor flash"));
            return null;
        }
        String header = digits(octets.udh());
        String data = digits(octets.data());
        int coding = Objects.requireNonNullElse(octets.dataCoding(), EIGHT_BITS);
        int protocol = Objects.requireNonNullElse(octets.protocolId(), 0);
        Optional<Body.Binary.Fault> fault = Body.Binary.fault(header, data, coding, protocol);
        if (fault.isPresent()) {
            errors.add(error(fault.get(), pointer));
            return null;
        }
        return new Body.Binary(header, data, coding, protocol);
    }

    private static String digits(@Nullable String written) {
        return written == null ? "" : written.toLowerCase(Locale.ROOT);
    }

    private static FieldError error(Body.Binary.Fault fault, String at) {
        return switch (fault) {
            case DIGITS -> new FieldError(at, "not_hexadecimal", "Two digits an octet");
            case HEADER -> new FieldError(at + "/udh", "bad_header", "3GPP TS 23.040, 9.2.3.24, with its length first");
            case LENGTH -> new FieldError(at, "out_of_range", "1 to 140 octets with the header");
            case CODING -> new FieldError(at + "/data_coding", "unknown", "One of 8-bit data");
            case PROTOCOL -> new FieldError(at + "/protocol_id", "out_of_range", "0 to 255");
        };
    }
}

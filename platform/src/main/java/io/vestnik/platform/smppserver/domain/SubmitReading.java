package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.DataCoding;
import io.vestnik.smpp.DataSm;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SmppTime;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.sms.Body;
import io.vestnik.sms.PartPlace;
import io.vestnik.sms.Received;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Reads what programs submit. */
@Component
class SubmitReading {
    /** Programs may cut a text finer than we do; ten full parts are the most we send. */
    private static final int MOST_PARTS = 20;
    /** Of an address in a submit; data_sm has room for longer ones. */
    private static final int LONGEST_ADDRESS = 20;

    private static final int MOST_SECONDS = (int) Duration.ofDays(99).toSeconds();
    private static final byte[] NOTHING = {};
    private static final byte DELETE = 0x7F;

    private final MessageEnds ends;
    private final TimeReading times;

    SubmitReading(MessageEnds ends, TimeReading times) {
        this.ends = ends;
        this.times = times;
    }

    /** What came of reading one. */
    sealed interface Read {
        record Message(NewMessage message) implements Read {}

        /** A part of a long message. */
        record Part(GatheringStore.Incoming part) implements Read {}

        /** Not taken, with this command_status. */
        record Refused(int status) implements Read {}
    }

    /** A data_sm is a submit_sm whose text is in message_payload and whose term is in qos_time_to_live. */
    Read read(Program program, DataSm data) {
        if (!Parameter.MESSAGE_PAYLOAD.isIn(data.tlvs())) {
            return new Read.Refused(CommandStatus.ESME_RMISSINGOPTPARAM);
        }
        if (data.source().digits().length() > LONGEST_ADDRESS) {
            return new Read.Refused(CommandStatus.ESME_RINVSRCADR);
        }
        if (data.destination().digits().length() > LONGEST_ADDRESS) {
            return new Read.Refused(CommandStatus.ESME_RINVDSTADR);
        }
        OptionalInt seconds = Parameter.QOS_TIME_TO_LIVE.number(data.tlvs());
        String validity = seconds.isEmpty()
                ? ""
                : SmppTime.in(Duration.ofSeconds(Math.min(seconds.getAsInt(), MOST_SECONDS)))
                        .format();
        return read(
                program,
                new SubmitSm(
                        data.sequence(),
                        data.serviceType(),
                        data.source(),
                        data.destination(),
                        data.esmClass(),
                        0,
                        0,
                        "",
                        validity,
                        data.registeredDelivery(),
                        0,
                        data.dataCoding(),
                        0,
                        NOTHING,
                        data.tlvs()));
    }

    Read read(Program program, SubmitSm submit) {
        int fault = FieldRules.fault(submit);
        int wrong = fault == CommandStatus.ESME_ROK ? Parameter.fault(submit.tlvs()) : fault;
        if (wrong != CommandStatus.ESME_ROK) {
            return new Read.Refused(wrong);
        }
        if (submit.shortMessage().length > 0 && Parameter.MESSAGE_PAYLOAD.isIn(submit.tlvs())) {
            return new Read.Refused(CommandStatus.ESME_ROPTPARNOTALLWD);
        }
        AccountId account = program.system().account();
        String recipient = ends.recipient(account, submit.destination());
        if (recipient.isEmpty()) {
            return new Read.Refused(CommandStatus.ESME_RINVDSTADR);
        }
        return switch (times.read(account, submit.scheduleDeliveryTime(), submit.validityPeriod())) {
            case TimeReading.Read.Refused(int status) -> new Read.Refused(status);
            case TimeReading.Read.Times when -> text(program, submit, recipient, when);
        };
    }

    private Read text(Program program, SubmitSm submit, String recipient, TimeReading.Read.Times when) {
        SystemTerms terms = program.system().terms();
        boolean header = EsmClass.hasUdh(submit.esmClass());
        return switch (Received.read(submit.content(), submit.dataCoding(), header, terms.alphabet())) {
            case Received.Text(String text, boolean flash, PartPlace place) ->
                placed(program, submit, recipient, new Body.Text(text, flash), when, place);
            case Received.Binary binary ->
                switch (reader(binary, submit.dataCoding())) {
                    case PERSON -> placed(program, submit, recipient, text(binary), when, binary.place());
                    case PROGRAM -> octets(program, submit, recipient, binary, when);
                    case UNKNOWN -> new Read.Refused(CommandStatus.ESME_RSUBMITFAIL);
                };
            case Received.Malformed(Received.Fault fault) ->
                new Read.Refused(
                        switch (fault) {
                            case HEADER -> CommandStatus.ESME_RINVESMCLASS;
                            case HALF_A_UNIT -> CommandStatus.ESME_RINVMSGLEN;
                            case UNKNOWN_CODING -> CommandStatus.ESME_RSUBMITFAIL;
                        });
        };
    }

    /** For whom octets are. */
    private enum Reader {
        PERSON,
        PROGRAM,
        /** They are a part, and could be one of a text whose other parts wait for it. */
        UNKNOWN
    }

    /** Many programs send Latin texts as octets, long ones with data_coding 2 or 4; a header that says more is read by a program. */
    private static Reader reader(Received.Binary binary, int dataCoding) {
        if (binary.more()) {
            return Reader.PROGRAM;
        }
        boolean plain = isPlain(binary.bytes());
        if (binary.place() == null || binary.place().total() == 1) {
            return plain ? Reader.PERSON : Reader.PROGRAM;
        }
        if (dataCoding != DataCoding.OCTETS && dataCoding != DataCoding.BINARY) {
            return Reader.PROGRAM;
        }
        // A part is answered before the others come: the parts must not be judged each by itself.
        return plain ? Reader.PERSON : Reader.UNKNOWN;
    }

    private static Body.Text text(Received.Binary binary) {
        return new Body.Text(new String(binary.bytes(), StandardCharsets.US_ASCII), binary.flash());
    }

    /** Each is a message of its own, also one of several that a header places: the phone joins them. */
    private Read octets(
            Program program, SubmitSm submit, String recipient, Received.Binary binary, TimeReading.Read.Times when) {
        if (Sar.isIn(submit.tlvs())) {
            return new Read.Refused(CommandStatus.ESME_ROPTPARNOTALLWD);
        }
        String header = HexFormat.of().formatHex(binary.header());
        String data = HexFormat.of().formatHex(binary.bytes());
        // A header that was read and a coding of octets: only their number can be wrong.
        return Body.Binary.fault(header, data, submit.dataCoding(), submit.protocolId())
                        .isPresent()
                ? new Read.Refused(CommandStatus.ESME_RINVMSGLEN)
                : new Read.Message(message(
                        program,
                        submit,
                        recipient,
                        new Body.Binary(header, data, submit.dataCoding(), submit.protocolId()),
                        when));
    }

    private static boolean isPlain(byte[] octets) {
        for (byte octet : octets) {
            if ((octet < ' ' && octet != '\n' && octet != '\r') || octet == DELETE) {
                return false;
            }
        }
        return octets.length > 0;
    }

    private Read placed(
            Program program,
            SubmitSm submit,
            String recipient,
            Body.Text text,
            TimeReading.Read.Times when,
            @Nullable PartPlace place) {
        PartPlace part = place;
        if (part == null && Sar.isIn(submit.tlvs())) {
            Optional<Sar> sar = Sar.of(submit.tlvs());
            if (sar.isEmpty()) {
                return new Read.Refused(CommandStatus.ESME_RINVOPTPARAMVAL);
            }
            part = new PartPlace(
                    sar.get().reference(), sar.get().total(), sar.get().sequence());
        }
        return part == null || part.total() == 1
                ? new Read.Message(message(program, submit, recipient, text, when))
                : part(program, submit, recipient, text, when, part);
    }

    private NewMessage message(
            Program program, SubmitSm submit, String recipient, Body body, TimeReading.Read.Times when) {
        AccountId account = program.system().account();
        return new NewMessage(
                account,
                null,
                Way.SMPP,
                program.system().terms().traffic(),
                ends.sender(account, submit.source()),
                recipient,
                body,
                when.validity(),
                feedback(program, submit),
                when.sendAt());
    }

    private Read part(
            Program program,
            SubmitSm submit,
            String recipient,
            Body.Text body,
            TimeReading.Read.Times when,
            PartPlace place) {
        String text = body.text();
        if (place.total() > MOST_PARTS || text.isEmpty()) {
            return new Read.Refused(CommandStatus.ESME_RINVMSGLEN);
        }
        if (text.indexOf('\0') >= 0) {
            return new Read.Refused(CommandStatus.ESME_RSUBMITFAIL);
        }
        if (submit.replaceIfPresent() != 0) {
            return new Read.Refused(CommandStatus.ESME_RINVREPFLAG);
        }
        return new Read.Part(new GatheringStore.Incoming(
                program.system().id(),
                ends.sender(program.system().account(), submit.source()),
                recipient,
                new GatheringStore.Place(place.reference(), place.total(), place.sequence()),
                text,
                submit.registeredDelivery(),
                new GatheringStore.Term(when.validity().toSeconds(), when.sendAt(), body.flash())));
    }

    private static Feedback feedback(Program program, SubmitSm submit) {
        int registered = submit.registeredDelivery();
        if (submit.tlvs().isEmpty() || !submit.tlvs().has(Tlv.USER_MESSAGE_REFERENCE)) {
            return registered == 0 ? Feedback.NONE : program.feedback(registered);
        }
        String reference = Parameter.USER_MESSAGE_REFERENCE.number(submit.tlvs()).stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse(null);
        return new Feedback(reference, registered == 0 ? null : program.system().callback(), registered);
    }
}

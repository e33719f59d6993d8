package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.channels.smpp.SmppSettings.Joining;
import io.vestnik.platform.channels.smpp.SmppSettings.Plan;
import io.vestnik.platform.channels.smpp.SmppSettings.Writing;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.MessageBuilder;
import io.vestnik.smpp.Npi;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SmppTime;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Tlvs;
import io.vestnik.smpp.Ton;
import io.vestnik.sms.Body;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.Encoding;
import io.vestnik.sms.Part;
import io.vestnik.sms.PartPlace;
import io.vestnik.sms.TextSplitter;
import java.io.ByteArrayOutputStream;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/** Writes messages as the submit_sm of a route; safe for many threads. */
final class MessageWriter {
    private static final int LONGEST_ADDRESS = 20;
    private static final int LONGEST_SHORT_CODE = 6;
    private static final int SHORTEST_IN_PARTS = Concatenation.unitsAlone(Encoding.UCS2);
    // 255 parts of the smallest room: what can be numbered whatever its letters are.
    private static final int LONGEST_TEXT = 255 * Concatenation.UDH_16.unitsPerPart(Encoding.UCS2);
    private static final Duration SHORTEST_VALIDITY = Duration.ofSeconds(1);
    private static final Duration LONGEST_VALIDITY = Duration.ofDays(99);

    private final Writing writing;
    private final TextSplitter splitter;
    private final TextSplitter flashes;
    private final PartReferences references = new PartReferences();

    MessageWriter(Writing writing) {
        this.writing = writing;
        Concatenation joining = writing.joining() == Joining.HEADER ? Concatenation.UDH_8 : Concatenation.SAR;
        this.splitter = new TextSplitter(writing.alphabet(), joining);
        this.flashes = TextSplitter.ofFlashes(joining);
    }

    /** What came of writing a message. */
    sealed interface Written {
        /**
         * Its parts in order, or one submit of the whole.
         *
         * @param reference what joins them, 0 where there is one
         */
        record Parts(List<SubmitSm> parts, int reference) implements Written {}

        /** SMPP cannot carry it; the status is what a network would say. */
        record Impossible(int status) implements Written {}
    }

    Written write(Outgoing message, Instant now) {
        if (!fits(message.sender())) {
            return new Written.Impossible(CommandStatus.ESME_RINVSRCADR);
        }
        if (message.recipient().isEmpty() || !fits(message.recipient())) {
            return new Written.Impossible(CommandStatus.ESME_RINVDSTADR);
        }
        Address source = source(message.sender());
        Address destination =
                new Address(writing.destination().ton(), writing.destination().npi(), message.recipient());
        Head head = new Head(source, destination, validity(message.validUntil(), now));
        return switch (message.body()) {
            case Body.Text text -> text(message, text, head);
            case Body.Binary binary -> new Written.Parts(List.of(octets(head, binary, message.reference(1))), 0);
        };
    }

    private Written text(Outgoing message, Body.Text body, Head head) {
        String text = body.text();
        if (text.length() > LONGEST_TEXT) {
            return new Written.Impossible(CommandStatus.ESME_RINVMSGLEN);
        }
        boolean isWhole = writing.joining() == Joining.PAYLOAD || text.length() <= SHORTEST_IN_PARTS;
        int reference = isWhole ? 0 : references.of(message);
        List<Part> parts = (body.flash() ? flashes : splitter).split(text, reference);
        if (parts.size() == 1) {
            return new Written.Parts(List.of(submit(head, parts.getFirst(), message.reference(1))), 0);
        }
        if (writing.joining() == Joining.PAYLOAD) {
            return new Written.Parts(List.of(whole(head, parts, message.reference(1))), 0);
        }
        List<SubmitSm> submits = new ArrayList<>(parts.size());
        for (int i = 0; i < parts.size(); i++) {
            submits.add(submit(head, parts.get(i), message.reference(i + 1)));
        }
        return new Written.Parts(submits, reference);
    }

    /** The message comes back later: its parts must then bear the same reference, so that a phone knows doubles. */
    void keepReference(Outgoing message, int reference) {
        references.keep(message, reference);
    }

    /** What the parts of a message share. */
    private record Head(Address source, Address destination, String validity) {}

    private SubmitSm submit(Head head, Part part, int reference) {
        PartPlace place = part.place();
        Tlvs named = named(reference);
        return begun(head)
                .esmClass(part.udh() ? EsmClass.UDHI : EsmClass.DEFAULT)
                .content(part.dataCoding(), part.userData())
                .tlvs(
                        part.needsSar()
                                ? new Sar(place.reference(), place.total(), place.sequence()).beside(named)
                                : named)
                .submitSm();
    }

    private SubmitSm octets(Head head, Body.Binary binary, int reference) {
        return begun(head)
                .esmClass(binary.udh() ? EsmClass.UDHI : EsmClass.DEFAULT)
                .protocolId(binary.protocolId())
                .content(binary.dataCoding(), binary.userData())
                .tlvs(named(reference))
                .submitSm();
    }

    /** All the text as message_payload, also where short_message would hold it: that is for one short message. */
    private SubmitSm whole(Head head, List<Part> parts, int reference) {
        ByteArrayOutputStream text = new ByteArrayOutputStream();
        parts.forEach(part -> text.writeBytes(part.userData()));
        return begun(head)
                .content(parts.getFirst().dataCoding(), new byte[0])
                .tlvs(named(reference).with(Tlv.MESSAGE_PAYLOAD, text.toByteArray()))
                .submitSm();
    }

    private MessageBuilder begun(Head head) {
        return MessageBuilder.message(head.source(), head.destination())
                .validityPeriod(head.validity())
                .registeredDelivery(writing.registeredDelivery());
    }

    private Tlvs named(int reference) {
        return writing.references() ? Tlvs.NONE.withShort(Tlv.USER_MESSAGE_REFERENCE, reference) : Tlvs.NONE;
    }

    /** The source of every part from this sender. */
    Address source(String sender) {
        Plan plan = writing.source();
        if (plan == null) {
            plan = planOf(sender);
        }
        return new Address(plan.ton(), plan.npi(), sender);
    }

    /** A name, a short code of the network, or a number of the world. */
    static Plan planOf(String sender) {
        if (!sender.chars().allMatch(c -> c >= '0' && c <= '9')) {
            return new Plan(Ton.ALPHANUMERIC, Npi.UNKNOWN);
        }
        return sender.length() <= LONGEST_SHORT_CODE
                ? new Plan(Ton.NETWORK_SPECIFIC, Npi.UNKNOWN)
                : new Plan(Ton.INTERNATIONAL, Npi.ISDN);
    }

    private String validity(Instant until, Instant now) {
        return switch (writing.validity()) {
            case NONE -> "";
            case RELATIVE -> SmppTime.in(clamped(Duration.between(now, until))).format();
            case ABSOLUTE ->
                SmppTime.at(now.plus(clamped(Duration.between(now, until)))).format();
        };
    }

    private static Duration clamped(Duration time) {
        if (time.compareTo(SHORTEST_VALIDITY) < 0) {
            return SHORTEST_VALIDITY;
        }
        return time.compareTo(LONGEST_VALIDITY) > 0 ? LONGEST_VALIDITY : time;
    }

    private static boolean fits(String address) {
        return address.length() <= LONGEST_ADDRESS && address.chars().allMatch(c -> c >= ' ' && c <= '~');
    }
}

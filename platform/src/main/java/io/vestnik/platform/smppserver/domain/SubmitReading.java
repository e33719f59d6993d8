package io.vestnik.platform.smppserver.domain;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.EsmClass;
import io.vestnik.smpp.Sar;
import io.vestnik.smpp.SmppTime;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Ton;
import io.vestnik.sms.PartPlace;
import io.vestnik.sms.Received;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Reads what programs submit. */
@Component
class SubmitReading {
    private static final Duration SHORTEST = Duration.ofMinutes(1);
    private static final Duration LONGEST = Duration.ofDays(3);
    private static final int FEWEST_DIGITS = 7;
    private static final int MOST_DIGITS = 15;
    private static final int RESERVED_RECEIPT = 3;
    /** Programs may cut a text finer than we do; ten full parts are the most we send. */
    private static final int MOST_PARTS = 20;

    private final Accounts accounts;
    private final SendingRules rules;
    private final Clock clock;

    SubmitReading(Accounts accounts, SendingRules rules, Clock clock) {
        this.accounts = accounts;
        this.rules = rules;
        this.clock = clock;
    }

    /** What came of reading one. */
    sealed interface Read {
        record Message(NewMessage message) implements Read {}

        /** A part of a long message. */
        record Part(GatheringStore.Incoming part) implements Read {}

        /** Not taken, with this command_status. */
        record Refused(int status) implements Read {}
    }

    Read read(Program program, SubmitSm submit) {
        SmppSystem system = program.system();
        if ((submit.registeredDelivery() & RESERVED_RECEIPT) == RESERVED_RECEIPT) {
            return new Read.Refused(CommandStatus.ESME_RINVREGDLVFLG);
        }
        if (submit.replaceIfPresent() != 0) {
            return new Read.Refused(CommandStatus.ESME_RINVREPFLAG);
        }
        if (!submit.scheduleDeliveryTime().isEmpty()) {
            return new Read.Refused(CommandStatus.ESME_RINVSCHED);
        }
        if (submit.shortMessage().length > 0 && submit.tlvs().has(Tlv.MESSAGE_PAYLOAD)) {
            return new Read.Refused(CommandStatus.ESME_ROPTPARNOTALLWD);
        }
        String recipient = recipient(submit.destination(), system);
        if (recipient.isEmpty()) {
            return new Read.Refused(CommandStatus.ESME_RINVDSTADR);
        }
        Duration validity = validity(submit.validityPeriod(), system);
        if (validity.isNegative() || validity.isZero()) {
            return new Read.Refused(CommandStatus.ESME_RINVEXPIRY);
        }
        return text(program, submit, recipient, validity);
    }

    private Read text(Program program, SubmitSm submit, String recipient, Duration validity) {
        SystemTerms terms = program.system().terms();
        boolean header = EsmClass.hasUdh(submit.esmClass());
        return switch (Received.read(submit.content(), submit.dataCoding(), header, terms.alphabet())) {
            case Received.Text(String text, PartPlace place) -> {
                PartPlace part = place;
                if (part == null && Sar.isIn(submit.tlvs())) {
                    Optional<Sar> sar = Sar.of(submit.tlvs());
                    if (sar.isEmpty()) {
                        yield new Read.Refused(CommandStatus.ESME_RINVOPTPARAMVAL);
                    }
                    part = new PartPlace(
                            sar.get().reference(), sar.get().total(), sar.get().sequence());
                }
                yield part == null || part.total() == 1
                        ? new Read.Message(message(program, submit, recipient, text, validity))
                        : part(program, submit, recipient, text, validity, part);
            }
            case Received.Binary _ -> new Read.Refused(CommandStatus.ESME_RSUBMITFAIL);
            case Received.Malformed(Received.Fault fault) ->
                new Read.Refused(
                        switch (fault) {
                            case HEADER -> CommandStatus.ESME_RINVESMCLASS;
                            case HALF_A_UNIT -> CommandStatus.ESME_RINVMSGLEN;
                            case UNKNOWN_CODING -> CommandStatus.ESME_RSUBMITFAIL;
                        });
        };
    }

    private NewMessage message(Program program, SubmitSm submit, String recipient, String text, Duration validity) {
        return new NewMessage(
                program.system().account(),
                null,
                Way.SMPP,
                program.system().terms().traffic(),
                sender(program, submit),
                recipient,
                text,
                validity,
                feedback(program, submit));
    }

    private Read part(
            Program program, SubmitSm submit, String recipient, String text, Duration validity, PartPlace place) {
        if (place.total() > MOST_PARTS || text.isEmpty()) {
            return new Read.Refused(CommandStatus.ESME_RINVMSGLEN);
        }
        if (text.indexOf('\0') >= 0) {
            return new Read.Refused(CommandStatus.ESME_RSUBMITFAIL);
        }
        return new Read.Part(new GatheringStore.Incoming(
                program.system().id(),
                sender(program, submit),
                recipient,
                new GatheringStore.Place(place.reference(), place.total(), place.sequence()),
                text,
                submit.registeredDelivery(),
                validity.toSeconds()));
    }

    /** As it is written; the usual one of the account where nothing is. */
    private String sender(Program program, SubmitSm submit) {
        String written = submit.source().digits();
        String usual = written.isEmpty() ? rules.of(program.system().account()).sender() : null;
        return usual == null ? written : usual;
    }

    private static Feedback feedback(Program program, SubmitSm submit) {
        int registered = submit.registeredDelivery();
        if (submit.tlvs().isEmpty() || !submit.tlvs().has(Tlv.USER_MESSAGE_REFERENCE)) {
            return registered == 0 ? Feedback.NONE : program.feedback(registered);
        }
        String reference = submit.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE).stream()
                .mapToObj(Integer::toString)
                .findFirst()
                .orElse(null);
        return new Feedback(reference, registered == 0 ? null : program.system().callback(), registered);
    }

    /** Its digits; empty for what is no number. A number of the account's own country may be written as at home. */
    private String recipient(Address written, SmppSystem system) {
        String digits = written.digits();
        boolean whole = written.ton() == Ton.INTERNATIONAL || (!digits.startsWith("8") && !digits.startsWith("0"));
        if (whole && written.ton() != Ton.NATIONAL && isNumber(digits)) {
            return digits;
        }
        String said = written.ton() == Ton.INTERNATIONAL && !digits.startsWith("+") ? "+" + digits : digits;
        Country home = new Country(accounts.get(system.account()).country());
        return switch (PhoneNumber.parse(said, home)) {
            case ParseResult.Parsed parsed -> parsed.number().digits();
            case ParseResult.Refused _ -> "";
        };
    }

    private static boolean isNumber(String digits) {
        int length = digits.length();
        if (length < FEWEST_DIGITS || length > MOST_DIGITS || digits.charAt(0) == '0') {
            return false;
        }
        for (int i = 0; i < length; i++) {
            char c = digits.charAt(i);
            if (c < '0' || c > '9') {
                return false;
            }
        }
        return true;
    }

    /** How long it may wait, cut to what we offer; nothing or less for what is no time, or one that is over. */
    private Duration validity(String period, SmppSystem system) {
        if (period.isEmpty()) {
            return rules.of(system.account()).validity();
        }
        Optional<SmppTime> time = SmppTime.parse(period);
        if (time.isEmpty()) {
            return Duration.ZERO;
        }
        Instant now = clock.instant();
        Duration validity = Duration.between(now, time.get().after(now));
        if (validity.isNegative() || validity.isZero() || validity.compareTo(SHORTEST) >= 0) {
            return validity.compareTo(LONGEST) > 0 ? LONGEST : validity;
        }
        return SHORTEST;
    }
}

package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import io.vestnik.platform.smppserver.domain.GatheringStore.PartText;
import io.vestnik.platform.smppserver.domain.GatheringStore.Term;
import io.vestnik.smpp.CommandStatus;
import java.net.InetAddress;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The rules of the door that need no server. */
class RulesTests {
    @Test
    void everyReasonOfThePathHasItsStatus() {
        Map<Reason, String> statuses = Arrays.stream(Reason.values())
                .collect(Collectors.toMap(reason -> reason, reason -> CommandStatus.name(Refusal.status(reason))));
        assertThat(statuses)
                .containsOnly(
                        Map.entry(Reason.BAD_RECIPIENT, "ESME_RINVDSTADR"),
                        Map.entry(Reason.NO_PRICE, "ESME_RINVDSTADR"),
                        Map.entry(Reason.NO_ROUTE, "ESME_RINVDSTADR"),
                        Map.entry(Reason.SENDER_NOT_ALLOWED, "ESME_RINVSRCADR"),
                        Map.entry(Reason.EMPTY_TEXT, "ESME_RINVMSGLEN"),
                        Map.entry(Reason.TOO_LONG, "ESME_RINVMSGLEN"),
                        Map.entry(Reason.BAD_CHARACTERS, "ESME_RSUBMITFAIL"),
                        Map.entry(Reason.NO_MONEY, "ESME_RSUBMITFAIL"),
                        Map.entry(Reason.ACCOUNT_CLOSED, "ESME_RSUBMITFAIL"),
                        Map.entry(Reason.STOPPED, "ESME_RINVDSTADR"),
                        Map.entry(Reason.FOREIGN_NUMBER, "ESME_RINVDSTADR"),
                        Map.entry(Reason.OUTSIDE_HOURS, "ESME_RINVSCHED"));
        assertThat(Refusal.status(new IllegalStateException("the store is away")))
                .isEqualTo(CommandStatus.ESME_RSYSERR);
    }

    @Test
    void allowsASecondsWorthAtOnceAndThenTheRate() {
        Pace pace = new Pace(10, 0);
        assertThat(pace.take(25, 0)).isEqualTo(10);
        assertThat(pace.take(25, TimeUnit.MILLISECONDS.toNanos(500))).isEqualTo(5);
        pace.change(0);
        assertThat(pace.take(1_000_000, TimeUnit.MILLISECONDS.toNanos(501))).isEqualTo(1_000_000);
    }

    @Test
    void knowsWhenAllAnswersUpToABatchAreWritten() {
        OpenAnswers answers = new OpenAnswers();
        long first = answers.begin();
        long second = answers.begin();
        assertThat(answers.endedUpTo(first)).isFalse();
        answers.end(second);
        assertThat(answers.endedUpTo(second)).isFalse();
        answers.end(first);
        assertThat(answers.endedUpTo(answers.latest())).isTrue();
    }

    @Test
    void readsAddressesAndNetworksAndNothingElse() {
        AddressRange network = AddressRange.parse("192.0.2.0/25").orElseThrow();
        assertThat(network.contains(InetAddress.ofLiteral("192.0.2.127"))).isTrue();
        assertThat(network.contains(InetAddress.ofLiteral("192.0.2.128"))).isFalse();
        assertThat(network.contains(InetAddress.ofLiteral("::1"))).isFalse();
        assertThat(AddressRange.parse("2001:db8::/32").orElseThrow().contains(InetAddress.ofLiteral("2001:db8:1::1")))
                .isTrue();
        assertThat(List.of("", "localhost", "1.2.3.999", "192.0.2.0/33", "192.0.2.0/x", "1.2.3.4/-1"))
                .allMatch(text -> AddressRange.parse(text).isEmpty());
    }

    @Test
    void tellsThePartsOfALongMessageByItsReference() {
        Gathered gathered = new Gathered(
                7,
                1,
                "VESTNIK",
                "79161234567",
                new Term(60, null, false),
                Instant.EPOCH,
                List.of(new PartText(1, "a", 0), new PartText(2, "b", 2), new PartText(3, "c", 0x11)));
        PartIds ids = PartIds.of(gathered);
        assertThat(PartIds.read(ids.reference())).contains(ids);
        assertThat(ids.id(3)).isEqualTo(PartIds.of(7, 3));
        assertThat(ids.wants(1, false)).isFalse();
        assertThat(ids.wants(2, false)).isTrue();
        assertThat(ids.wants(2, true)).isFalse();
        assertThat(ids.wants(3, true)).isTrue();
        assertThat(PartIds.registered(gathered)).isEqualTo(0x11);
        assertThat(List.of("", "65535", "shop/1", "1152921504606846976/3"))
                .allMatch(reference -> PartIds.read(reference).isEmpty());
    }

    @Test
    void tellsByANumberWhatItWasGivenFor() {
        MessageId message = new MessageId((1L << 53) - 300);
        List<GivenId> given = List.of(
                new GivenId.Whole(message),
                new GivenId.OfPart(1, 1),
                new GivenId.OfPart((1L << 52) - 1, 255),
                new GivenId.OfMany(message, 255),
                new GivenId.OfMany(new MessageId(1), 2));
        assertThat(given)
                .allSatisfy(id ->
                        assertThat(GivenId.read(Long.toString(id.value()))).contains(id));
        assertThat(given).extracting(GivenId::value).doesNotHaveDuplicates();
        assertThat(List.of(
                        "",
                        "0",
                        "-1",
                        "07",
                        "7f",
                        "99999999999999999",
                        "9223372036854775807",
                        "8999999999999999999",
                        "99999999999999999999",
                        Long.toString(GivenId.PARTS),
                        Long.toString(GivenId.PARTS + 1),
                        Long.toString(GivenId.MANY + 1),
                        Long.toString(new GivenId.OfMany(new MessageId((1L << 53) - 1), 2).value())))
                .allMatch(number -> GivenId.read(number).isEmpty());
    }
}

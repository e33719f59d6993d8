package io.vestnik.smpp;

import io.vestnik.smpp.SubmitMultiResp.Unsuccessful;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Supplier;

/** PDUs of every kind with random content within their limits. */
final class PduSamples {
    private final Random random;

    PduSamples(long seed) {
        random = new Random(seed);
    }

    /** One of each kind. */
    List<Pdu> oneOfEach() {
        List<Pdu> all = new ArrayList<>();
        for (BindMode mode : BindMode.values()) {
            all.add(new Bind(sequence(), mode, text(15), text(8), text(12), octet(), address(40)));
            all.add(new BindResp(sequence(), 0, mode, text(15), tlvs()));
        }
        all.addAll(List.of(
                new Outbind(sequence(), text(15), text(8)),
                new Unbind(sequence()),
                new UnbindResp(sequence(), status()),
                new EnquireLink(sequence()),
                new EnquireLinkResp(sequence(), status()),
                new GenericNack(sequence(), status()),
                builder().submitSm(),
                new SubmitSmResp(sequence(), 0, text(64), tlvs()),
                new SubmitSmResp(sequence(), 0x58, "", Tlvs.NONE),
                builder().deliverSm(),
                new DeliverSmResp(sequence(), status(), text(64), tlvs()),
                builder().submitMulti(several(() -> random.nextBoolean() ? address(20) : list())),
                new SubmitMultiResp(sequence(), 0, text(64), several(this::unsuccessful), tlvs()),
                new SubmitMultiResp(sequence(), 8, "", List.of(), Tlvs.NONE),
                new DataSm(sequence(), text(5), address(64), address(64), octet(), octet(), octet(), tlvs()),
                new DataSmResp(sequence(), 0, text(64), tlvs()),
                new QuerySm(sequence(), text(64), address(20))));
        all.addAll(List.of(
                new QuerySmResp(sequence(), status(), text(64), text(16), octet(), octet()),
                new CancelSm(sequence(), text(5), text(64), address(20), address(20)),
                new CancelSmResp(sequence(), status()),
                new ReplaceSm(sequence(), text(64), address(20), text(16), text(16), octet(), octet(), octets(254)),
                new ReplaceSmResp(sequence(), status()),
                new AlertNotification(sequence(), address(64), address(64), tlvs())));
        return all;
    }

    private MessageBuilder builder() {
        return MessageBuilder.message(address(20), address(20))
                .sequence(sequence())
                .serviceType(text(5))
                .esmClass(octet())
                .protocolId(octet())
                .priority(octet())
                .scheduleDeliveryTime(text(16))
                .validityPeriod(text(16))
                .registeredDelivery(octet())
                .replaceIfPresent(octet())
                .defaultMessageId(octet())
                .content(octet(), octets(random.nextBoolean() ? 254 : 2000))
                .tlvs(tlvs());
    }

    private <T> List<T> several(Supplier<? extends T> one) {
        List<T> list = new ArrayList<>();
        int count = 1 + random.nextInt(255);
        for (int i = 0; i < count; i++) {
            list.add(one.get());
        }
        return list;
    }

    private DistributionList list() {
        return new DistributionList("l" + text(19));
    }

    private Unsuccessful unsuccessful() {
        return new Unsuccessful(address(20), random.nextInt());
    }

    private int sequence() {
        return 1 + random.nextInt(Integer.MAX_VALUE - 1);
    }

    private int status() {
        return random.nextInt(0x500);
    }

    private int octet() {
        return random.nextInt(256);
    }

    private Address address(int most) {
        return new Address(octet(), octet(), text(most));
    }

    private String text(int most) {
        StringBuilder text = new StringBuilder();
        int length = random.nextInt(most + 1);
        for (int i = 0; i < length; i++) {
            text.append((char) (1 + random.nextInt(255)));
        }
        return text.toString();
    }

    private byte[] octets(int most) {
        byte[] octets = new byte[random.nextInt(most + 1)];
        random.nextBytes(octets);
        return octets;
    }

    private Tlvs tlvs() {
        Tlvs tlvs = Tlvs.NONE;
        int count = random.nextInt(4);
        for (int i = 0; i < count; i++) {
            tlvs = tlvs.with(random.nextInt(0x10000), octets(300));
        }
        return tlvs;
    }
}

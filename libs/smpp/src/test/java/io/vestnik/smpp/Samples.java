package io.vestnik.smpp;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Messages that tests send. */
final class Samples {
    /** 70 UCS-2 characters. */
    static final byte[] TEXT = "Здравствуйте! ".repeat(5).getBytes(StandardCharsets.UTF_16BE);

    static final Address SENDER = Address.alphanumeric("Vestnik");
    static final Address PHONE = Address.international("79161234567");

    private Samples() {}

    static SubmitSm submit() {
        return MessageBuilder.message(SENDER, PHONE)
                .registeredDelivery(RegisteredDelivery.FINAL)
                .content(DataCoding.UCS2, TEXT)
                .submitSm();
    }

    static DeliverSm deliver() {
        return MessageBuilder.message(PHONE, Address.international("79160000000"))
                .content(DataCoding.UCS2, TEXT)
                .deliverSm();
    }

    /** As many submits, with their ordinal attached. */
    static List<Submission> submissions(int count) {
        List<Submission> list = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            list.add(new Submission(submit(), i));
        }
        return list;
    }
}

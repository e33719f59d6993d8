package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.smppserver.domain.GatheringStore.Gathered;
import io.vestnik.platform.smppserver.domain.GatheringStore.PartText;
import io.vestnik.smpp.RegisteredDelivery;
import java.util.Optional;

/**
 * The ids under which programs know the parts of a long message: above all ids of messages, so that the two are never taken for each
 * other. The message carries them as its reference, {@code FIRST/WISHES}: the first part's id, then for each part which receipts it
 * wants, a digit from 0 to 2; so nothing need be kept to tell the program of each part.
 *
 * @param first the id of the first part; the others follow
 * @param wishes the lower two bits of registered_delivery of each part
 */
record PartIds(long first, String wishes) {
    private static final int WISH = 3;

    /** The id of a part. */
    static long of(long gathering, int part) {
        return new GivenId.OfPart(gathering, part).value();
    }

    static PartIds of(Gathered gathered) {
        StringBuilder wishes = new StringBuilder();
        gathered.parts().forEach(part -> wishes.append(part.registered() & WISH));
        return new PartIds(of(gathered.id(), 1), wishes.toString());
    }

    /** What a message's reference says; empty when it is a message of its own. */
    static Optional<PartIds> read(String reference) {
        int slash = reference.indexOf('/');
        if (slash != 19 || !reference.matches("\\d{19}/[0-2]{2,40}")) {
            return Optional.empty();
        }
        long first = Long.parseLong(reference.substring(0, slash));
        return first > GivenId.PARTS
                ? Optional.of(new PartIds(first, reference.substring(slash + 1)))
                : Optional.empty();
    }

    String reference() {
        return first + "/" + wishes;
    }

    int parts() {
        return wishes.length();
    }

    /** The id of the part, from 1. */
    long id(int part) {
        return first + part - 1;
    }

    /** Whether the part, from 1, wants a receipt of such an end. */
    boolean wants(int part, boolean success) {
        return RegisteredDelivery.wants(wishes.charAt(part - 1) - '0', success);
    }

    /** The flags of the message: what any of its parts wants. */
    static int registered(Gathered gathered) {
        int wish = 0;
        int rest = 0;
        for (PartText part : gathered.parts()) {
            int wanted = part.registered() & WISH;
            wish = wish == RegisteredDelivery.FINAL || wanted == RegisteredDelivery.FINAL
                    ? RegisteredDelivery.FINAL
                    : Math.max(wish, wanted);
            rest |= part.registered() & RegisteredDelivery.INTERMEDIATE;
        }
        return wish | rest;
    }
}

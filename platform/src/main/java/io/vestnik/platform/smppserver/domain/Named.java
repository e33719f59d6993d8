package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.kernel.MessageId;
import java.util.List;
import java.util.Optional;
import java.util.function.IntPredicate;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The ids by which a program knows a message: its own, that of its submit_multi, or those of its parts. */
final class Named {
    private Named() {}

    /** The ids of all of it. */
    static List<Long> all(MessageId message, @Nullable String reference) {
        Optional<PartIds> parts = parts(reference);
        return parts.isEmpty() ? List.of(whole(message, reference)) : ids(parts.get(), _ -> true);
    }

    /** The ids of the parts that want a receipt of such an end, or that of the whole. */
    static List<Long> wanting(MessageId message, @Nullable String reference, boolean success) {
        Optional<PartIds> parts = parts(reference);
        return parts.isEmpty()
                ? List.of(whole(message, reference))
                : ids(parts.get(), part -> parts.get().wants(part, success));
    }

    private static Optional<PartIds> parts(@Nullable String reference) {
        return reference == null ? Optional.empty() : PartIds.read(reference);
    }

    private static List<Long> ids(PartIds parts, IntPredicate wanted) {
        return IntStream.rangeClosed(1, parts.parts())
                .filter(wanted)
                .mapToObj(parts::id)
                .toList();
    }

    private static long whole(MessageId message, @Nullable String reference) {
        Optional<MultiId> multi = reference == null ? Optional.empty() : MultiId.read(reference);
        return multi.map(MultiId::value).orElse(message.value());
    }
}

package io.vestnik.platform.links.domain;

import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.store.Transactions;
import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes under the key of this installation, which is made when the first one is asked for and sealed by its secret. */
@Component
class Codes {
    private static final String PURPOSE = "links.codes";

    private final KeyStore store;
    private final Sealing sealing;
    private final Transactions transactions;
    private volatile @Nullable CodePermutation permutation;

    Codes(KeyStore store, Sealing sealing, Transactions transactions) {
        this.store = store;
        this.sealing = sealing;
        this.transactions = transactions;
    }

    String write(long number) {
        return permutation().write(number);
    }

    /** The number of a code; empty for what is no code. */
    OptionalLong read(String code) {
        return permutation().read(code);
    }

    private CodePermutation permutation() {
        CodePermutation known = permutation;
        if (known == null) {
            // Apart: it stays whatever becomes of the transaction that was the first to ask.
            String sealed = transactions.apart(() -> store.sealedOr(this::fresh));
            known = new CodePermutation(
                    HexFormat.of()
                            .parseHex(
                                    sealing.open(PURPOSE, sealed)
                                            .orElseThrow(
                                                    () -> new IllegalStateException(
                                                            "The key of short links was sealed with another secret.key: put the former one back"))));
            permutation = known;
        }
        return known;
    }

    private String fresh() {
        byte[] key = new byte[SipHash.KEY_BYTES];
        new SecureRandom().nextBytes(key);
        return sealing.seal(PURPOSE, HexFormat.of().formatHex(key));
    }
}

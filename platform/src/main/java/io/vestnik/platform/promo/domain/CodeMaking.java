package io.vestnik.platform.promo.domain;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Makes codes by chance: whoever has a million of them knows nothing of the next. */
final class CodeMaking {
    /** The largest multiple of an alphabet's size that a byte holds bounds which bytes are taken: all signs are equally likely. */
    private static final int BYTE = 256;

    private static final int AT_ONCE = 4_096;

    private final SecureRandom random = new SecureRandom();

    /** So many codes, no two alike. */
    List<String> make(Alphabet alphabet, int length, int count) {
        Signs signs = new Signs(alphabet.signs());
        Set<String> codes = LinkedHashSet.newLinkedHashSet(count);
        char[] code = new char[length];
        while (codes.size() < count) {
            for (int i = 0; i < length; i++) {
                code[i] = signs.next();
            }
            codes.add(new String(code));
        }
        return new ArrayList<>(codes);
    }

    private final class Signs {
        private final String signs;
        private final int bound;
        private final byte[] bytes = new byte[AT_ONCE];
        private int at = AT_ONCE;

        Signs(String signs) {
            this.signs = signs;
            this.bound = BYTE - BYTE % signs.length();
        }

        char next() {
            while (true) {
                if (at == AT_ONCE) {
                    random.nextBytes(bytes);
                    at = 0;
                }
                int drawn = bytes[at++] & 0xff;
                if (drawn < bound) {
                    return signs.charAt(drawn % signs.length());
                }
            }
        }
    }
}

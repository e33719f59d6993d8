package io.vestnik.platform.promo.domain;

/** What can be kept of a text. */
final class PromoTexts {
    private PromoTexts() {}

    /** Without U+0000 and halves of characters, which a database does not take. */
    static boolean storable(String text) {
        return text.codePoints()
                .noneMatch(c -> c == 0 || (c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE));
    }
}

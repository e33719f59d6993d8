package io.vestnik.phone;

/** A country by its two capital letters of ISO 3166-1, such as RU; whether phones exist there is asked elsewhere. */
public record Country(String code) {
    public static final Country RU = new Country("RU");
    public static final Country KZ = new Country("KZ");
    public static final Country BY = new Country("BY");
    public static final Country UA = new Country("UA");
    public static final Country UZ = new Country("UZ");

    public Country {
        if (code.length() != 2 || !capital(code.charAt(0)) || !capital(code.charAt(1))) {
            throw new IllegalArgumentException("Not two capital letters: " + code);
        }
    }

    private static boolean capital(char c) {
        return c >= 'A' && c <= 'Z';
    }
}

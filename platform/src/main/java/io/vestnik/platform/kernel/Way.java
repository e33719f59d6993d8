package io.vestnik.platform.kernel;

/** The way a message came in. Stored by its number, which never changes. */
public enum Way {
    CABINET(1, "cabinet"),
    API(2, "api"),
    SMPP(3, "smpp");

    private final int number;
    private final String code;

    Way(int number, String code) {
        this.number = number;
        this.code = code;
    }

    public int number() {
        return number;
    }

    public String code() {
        return code;
    }

    /** The way stored under this number; an unknown one is refused. */
    public static Way ofNumber(int number) {
        for (Way way : values()) {
            if (way.number == number) {
                return way;
            }
        }
        throw new IllegalArgumentException("Not a way of sending: " + number);
    }
}

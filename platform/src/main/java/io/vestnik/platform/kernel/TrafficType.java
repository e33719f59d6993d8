package io.vestnik.platform.kernel;

/** What a message is for; it decides the price and the lane. Stored by {@link #code()}. */
public enum TrafficType {
    ADVERTISING(1, "advertising"),
    SERVICE(2, "service"),
    TRANSACTIONAL(3, "transactional"),
    CODE(4, "code");

    private final int number;
    private final String code;

    TrafficType(int number, String code) {
        this.number = number;
        this.code = code;
    }

    /** The number under which it is stored; never changes. */
    public int number() {
        return number;
    }

    public String code() {
        return code;
    }

    /** The type stored under this code; an unknown one is refused. */
    public static TrafficType ofCode(String code) {
        for (TrafficType type : values()) {
            if (type.code.equals(code)) {
                return type;
            }
        }
        throw new IllegalArgumentException("Not a traffic type: " + code);
    }
}

package io.vestnik.platform.kernel;

/** What a message is for; it decides the price and the lane. Stored by {@link #code()}. */
public enum TrafficType {
    ADVERTISING("advertising"),
    SERVICE("service"),
    TRANSACTIONAL("transactional"),
    CODE("code");

    private final String code;

    TrafficType(String code) {
        this.code = code;
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

package io.vestnik.platform.statistics;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** By what messages are counted together. */
public enum Grouping {
    HOUR,
    DAY,
    WEEK,
    MONTH,
    STATUS,
    SENDER,
    OPERATOR,
    REGION,
    WAY,
    MAILING,
    TAG,
    USER,
    /** Which of several accounts. */
    ACCOUNT;

    /** The name in addresses and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The one of this code. */
    public static Optional<Grouping> ofCode(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }

    /** Whether lines are of what is written on the mailings of one account. */
    public boolean ofMailings() {
        return this == MAILING || this == TAG || this == USER;
    }

    /** Whether lines follow one another in time. */
    public boolean ofTime() {
        return switch (this) {
            case HOUR, DAY, WEEK, MONTH -> true;
            case STATUS, SENDER, OPERATOR, REGION, WAY, MAILING, TAG, USER, ACCOUNT -> false;
        };
    }
}

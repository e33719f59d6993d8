package io.vestnik.platform.statistics.domain;

import java.util.Locale;

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
    USER;

    /** The name in addresses and texts. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** Whether lines follow one another in time. */
    public boolean ofTime() {
        return switch (this) {
            case HOUR, DAY, WEEK, MONTH -> true;
            case STATUS, SENDER, OPERATOR, REGION, WAY, MAILING, TAG, USER -> false;
        };
    }
}

package io.vestnik.platform.senders;

import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** Where an account may wish a name registered; whoever answers for the name sees to it. Stored by its code, which never changes. */
public enum Registration {
    TELE2,
    MOTIV,
    MEGA,
    MTS,
    SBER_STEP,
    MTS_STEP,
    MEGA_STEP,
    BEE_STEP,
    TELE2_STEP,
    MOTIV_STEP,
    WINMOB_STEP,
    VOLNAMOB_STEP;

    /** Such as {@code mts_step}. */
    public String code() {
        return name().toLowerCase(Locale.ROOT);
    }

    public static Optional<Registration> of(String code) {
        return Arrays.stream(values()).filter(it -> it.code().equals(code)).findFirst();
    }
}

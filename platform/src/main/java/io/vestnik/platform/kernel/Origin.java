package io.vestnik.platform.kernel;

import java.time.ZoneId;
import org.jspecify.annotations.Nullable;

/**
 * Where a number belongs by the numbering plan.
 *
 * @param country ISO 3166 letters, such as {@code RU}
 * @param mccMnc mobile country and network code, such as {@code 25001}; {@code 0} behind the country's code, such as
 *     {@code 250}, where the network is not known
 * @param operator the name people know, or none
 * @param region the federal subject or its like, or none
 * @param zone the time zone of the region or of the country's capital
 */
public record Origin(
        String country,
        String mccMnc,
        @Nullable String operator,
        @Nullable String region,
        ZoneId zone) {}

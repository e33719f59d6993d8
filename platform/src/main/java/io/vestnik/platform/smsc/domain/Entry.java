package io.vestnik.platform.smsc.domain;

import io.vestnik.sms.Body;
import java.time.ZoneId;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A text and whom it is for.
 *
 * @param sender where the entry names one
 * @param zone of these people's clock, where the entry tells it
 * @param phones numbers and groups, as they are written
 * @param octets what is sent in place of the text; none where that is sent
 * @param comment for the sender's own eyes; none where there is none
 */
record Entry(
        @Nullable String sender,
        @Nullable ZoneId zone,
        List<String> phones,
        String text,
        Body.@Nullable Binary octets,
        @Nullable String comment) {}

package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Params;
import java.util.List;

/** Kinds of messages that are not offered here. They are answered as by the service where they are switched off. */
final class Switched {
    private static final List<String> OFF =
            List.of("push", "hlr", "ping", "mms", "mail", "call", "viber", "soc", "tg", "whatsapp");
    private static final List<String> PREFIXES = List.of("__CALL__", "__VIBER__", "__SOC__", "__PING__", "__HLR__");

    private Switched() {}

    /** Whether a request asks for anything but plain short messages. */
    static boolean off(Params params) {
        return offSingly(params) || params.on("flash") || OctetReading.asked(params);
    }

    /** Whether a request asks for what is not offered as single messages either. */
    static boolean offSingly(Params params) {
        return OFF.stream().anyMatch(params::on)
                || params.has("bot")
                || params.has("fileurl")
                || begins(params.get("mes"));
    }

    /** Whether the first letters of a text ask for another kind. */
    static boolean begins(String text) {
        return PREFIXES.stream().anyMatch(text::startsWith);
    }
}

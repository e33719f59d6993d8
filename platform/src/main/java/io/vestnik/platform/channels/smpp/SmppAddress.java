package io.vestnik.platform.channels.smpp;

import java.net.URI;

/** What came of reading the address of a route. */
sealed interface SmppAddress {
    /** The scheme of addresses of plain TCP. */
    String PLAIN = "smpp";

    /** The scheme of addresses under TLS. */
    String SECURE = "smpps";

    /** It is understood. */
    record Understood(SmppSettings settings) implements SmppAddress {}

    /** It is not, for this reason in words for who wrote it; no secret is in it. */
    record Refused(String reason) implements SmppAddress {}

    /** Reads {@code smpp://user:password@host:port?window=500&tps=0&binds=2&mode=trx&…}, or the same as {@code smpps}. */
    static SmppAddress read(URI uri) {
        return new AddressReader(uri).read();
    }
}

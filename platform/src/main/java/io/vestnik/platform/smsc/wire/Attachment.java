package io.vestnik.platform.smsc.wire;

import java.util.Arrays;
import java.util.zip.CRC32;

/** A file in the body of a request; nothing of it is copied before somebody wants it. */
public final class Attachment {
    private final String name;
    private final byte[] body;
    private final int from;
    private final int to;

    Attachment(String name, byte[] body, int from, int to) {
        this.name = name;
        this.body = body;
        this.from = from;
        this.to = to;
    }

    /** As it was given; letters that mean nothing in the charset of the request are replaced. */
    public String name() {
        return name;
    }

    /** Its content. */
    public byte[] bytes() {
        return Arrays.copyOfRange(body, from, to);
    }

    /** The same for the same file. */
    public String sum() {
        CRC32 sum = new CRC32();
        sum.update(body, from, to - from);
        return name + ":" + (to - from) + ":" + sum.getValue();
    }
}

package io.vestnik.bench.load;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What both sides read in the heads of HTTP messages. */
final class Heads {

    private static final Pattern CONTENT_LENGTH = Pattern.compile("(?i)\r\ncontent-length:[ \t]*(\\d{1,9})[ \t]*\r\n");

    private Heads() {}

    /** Where the body begins; negative while the head is not whole. */
    static int end(byte[] octets, int from, int length) {
        for (int i = from + 3; i < length; i++) {
            if (octets[i] == '\n' && octets[i - 1] == '\r' && octets[i - 2] == '\n' && octets[i - 3] == '\r') {
                return i + 1;
            }
        }
        return -1;
    }

    static int contentLength(String head) {
        Matcher found = CONTENT_LENGTH.matcher(head);
        return found.find() ? Integer.parseInt(found.group(1)) : 0;
    }
}

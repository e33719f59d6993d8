package io.vestnik.bench.pipeline;

import io.vestnik.bench.load.Numbers;
import java.net.URI;
import java.nio.charset.StandardCharsets;

/** Requests of the API that send messages of 60 Cyrillic letters, which is one part; made by copying, for they are many. */
final class MessageRequests {

    /** What every message says. */
    static final String TEXT = "Ваш заказ собран и ждёт вас до вечера пятницы, приходите сами";

    private static final byte[] NUMBER = "00000000000".getBytes(StandardCharsets.US_ASCII);
    private static final byte[] BEFORE = ascii("{\"sender\":\"VESTNIK\",\"recipient\":\"");

    private final String head;
    private final byte[] after;
    private final byte[] single;
    private final int numberAt;

    /** @param callback where the states of messages are to be told, empty for nowhere */
    MessageRequests(URI address, String token, String type, String callback) {
        head = "POST /api/v1/messages HTTP/1.1\r\nHost: " + address.getAuthority() + "\r\nAuthorization: Bearer "
                + token + "\r\nAccept: application/json\r\nContent-Type: application/json\r\nContent-Length: ";
        after = ("\",\"text\":\"" + TEXT + "\",\"type\":\"" + type + "\""
                        + (callback.isEmpty() ? "" : ",\"callback\":\"" + callback + "\"") + "}")
                .getBytes(StandardCharsets.UTF_8);
        byte[] start = ascii(head + length() + "\r\n\r\n");
        single = new byte[start.length + length()];
        System.arraycopy(start, 0, single, 0, start.length);
        message(single, start.length);
        numberAt = start.length + BEFORE.length;
    }

    /** One message. */
    byte[] one(long ordinal) {
        byte[] request = single.clone();
        Numbers.write(ordinal, request, numberAt);
        return request;
    }

    /** So many messages in one request, from that ordinal on. */
    byte[] many(long first, int count) {
        byte[] open = ascii("{\"messages\":[");
        byte[] start = ascii(head + (open.length + count * (length() + 1) + 1) + "\r\n\r\n");
        byte[] request = new byte[start.length + open.length + count * (length() + 1) + 1];
        System.arraycopy(start, 0, request, 0, start.length);
        System.arraycopy(open, 0, request, start.length, open.length);
        int at = start.length + open.length;
        for (int i = 0; i < count; i++) {
            message(request, at);
            Numbers.write(first + i, request, at + BEFORE.length);
            at += length();
            request[at++] = (byte) (i < count - 1 ? ',' : ']');
        }
        request[at] = '}';
        return request;
    }

    private int length() {
        return BEFORE.length + NUMBER.length + after.length;
    }

    private void message(byte[] into, int at) {
        System.arraycopy(BEFORE, 0, into, at, BEFORE.length);
        System.arraycopy(NUMBER, 0, into, at + BEFORE.length, NUMBER.length);
        System.arraycopy(after, 0, into, at + BEFORE.length + NUMBER.length, after.length);
    }

    private static byte[] ascii(String text) {
        return text.getBytes(StandardCharsets.US_ASCII);
    }
}

package io.vestnik.bench.pipeline;

import io.vestnik.bench.load.Numbers;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/** Requests of the older interface that send the same message as the API's, as a form. */
final class SmscRequests {

    private static final String NUMBER = "00000000000";

    private final byte[] single;

    SmscRequests(URI address, String token) {
        String form = "apikey=" + token + "&charset=utf-8&fmt=3&sender=" + Stand.SENDER + "&mes="
                + URLEncoder.encode(MessageRequests.TEXT, StandardCharsets.UTF_8) + "&phones=" + NUMBER;
        String head = "POST /sys/send.php HTTP/1.1\r\nHost: " + address.getAuthority()
                + "\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: " + form.length()
                + "\r\n\r\n";
        single = (head + form).getBytes(StandardCharsets.US_ASCII);
    }

    /** One message. */
    byte[] one(long ordinal) {
        byte[] request = single.clone();
        Numbers.write(ordinal, request, request.length - NUMBER.length());
        return request;
    }
}

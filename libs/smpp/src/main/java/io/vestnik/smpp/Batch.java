package io.vestnik.smpp;

import java.util.ArrayList;
import java.util.List;

/** What one read of a socket brought, sorted by who must hear of it. Lists are made when the first item comes. */
final class Batch {
    List<Pdu.Response> responses = List.of();
    List<Malformed> garbled = List.of();
    List<Pdu.Request> requests = List.of();
    List<Pdu.Notice> notices = List.of();
    List<Pdu.Response> replies = List.of();
    int requestBytes;

    void response(Pdu.Response response) {
        responses = more(responses);
        responses.add(response);
    }

    void garbled(Malformed malformed) {
        garbled = more(garbled);
        garbled.add(malformed);
    }

    void request(Pdu.Request request, int length) {
        requests = more(requests);
        requests.add(request);
        requestBytes += length;
    }

    void notice(Pdu.Notice notice) {
        notices = more(notices);
        notices.add(notice);
    }

    void reply(Pdu.Response reply) {
        replies = more(replies);
        replies.add(reply);
    }

    private static <T> List<T> more(List<T> list) {
        return list.isEmpty() ? new ArrayList<>() : list;
    }
}

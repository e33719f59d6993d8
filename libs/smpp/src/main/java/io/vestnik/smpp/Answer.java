package io.vestnik.smpp;

/** What the other side said to a request: its matching answer, of whatever status, or a {@link GenericNack}. */
public record Answer(Submission submission, Pdu.Response response) {}

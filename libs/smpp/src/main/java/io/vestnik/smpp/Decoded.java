package io.vestnik.smpp;

/** What one frame of the wire turned out to be: a PDU, or bytes that look like one and must be refused. */
public sealed interface Decoded permits Pdu, Malformed {}

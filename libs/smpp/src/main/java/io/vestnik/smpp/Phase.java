package io.vestnik.smpp;

/** The stations of a connection. */
enum Phase {
    /** Not bound yet. */
    HANDSHAKE,
    BOUND,
    /** We mean to unbind, and wait until nothing is in flight. */
    DRAINING,
    /** Our unbind is sent. */
    UNBINDING,
    /** The other side has unbound; its last requests wait for our answers. */
    PEER_UNBINDING,
    /** The last octets leave; what comes is thrown away. */
    CLOSING,
    CLOSED
}

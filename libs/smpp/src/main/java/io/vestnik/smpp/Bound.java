package io.vestnik.smpp;

/** What a session is from its bind on. */
record Bound(
        BindMode mode,
        String systemId,
        int interfaceVersion,
        SessionSettings settings,
        SessionListener listener,
        int firstSequence) {}

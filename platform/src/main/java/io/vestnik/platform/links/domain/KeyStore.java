package io.vestnik.platform.links.domain;

import java.util.function.Supplier;

/** Where the key of codes is kept, sealed. */
public interface KeyStore {
    /** The one that is kept; where none is, this one is from now on. */
    String sealedOr(Supplier<String> fresh);
}

package io.vestnik.platform.shell;

/** Names under which this server may be asked for besides those of its settings; a bean of this type tells them. */
public interface ServedHosts {
    /** Whether the name, in any case, is one of them; asked for each request under a name that the settings do not have. */
    boolean serves(String host);
}

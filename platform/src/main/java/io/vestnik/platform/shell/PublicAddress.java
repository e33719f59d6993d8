package io.vestnik.platform.shell;

/**
 * The address under which people reach this server, for letters and calls from outside. It comes from the settings, never from a
 * request, whose host anyone may write.
 */
public interface PublicAddress {

    /** The whole address of a path that begins with a slash. */
    String of(String path);
}

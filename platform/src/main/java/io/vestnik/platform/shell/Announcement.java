package io.vestnik.platform.shell;

import java.util.Optional;

/** A line for whoever started the server, told once it is up: a door says where it is. One bean a line. */
public interface Announcement {
    /** The line, without an end; empty when there is nothing to say. */
    Optional<String> line();
}

package io.vestnik.platform.doors;

import java.util.Optional;
import java.util.Random;

/** A door, and what nearly is a request to it. Any thread may ask. */
interface SpoiltDoor {

    /** A whole request, the same for the same random numbers. */
    byte[] request(Random random);

    /** What is wrong with the answer to one; none where it was done or refused as the door refuses. */
    Optional<String> fault(HttpLine.Answer answer);
}

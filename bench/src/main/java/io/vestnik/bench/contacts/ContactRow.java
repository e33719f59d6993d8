package io.vestnik.bench.contacts;

import io.vestnik.bench.Figures;
import java.io.IOException;

/** Something that is measured at a {@link ContactStand}, in one figure or more. */
interface ContactRow {

    /** How a person asks for it. */
    String name();

    /** One line for the list of rows. */
    String words();

    void measure(ContactStand stand, Figures figures) throws IOException;
}

package io.vestnik.bench.mailing;

import io.vestnik.bench.Figures;
import java.io.IOException;

/** Something that is measured at a {@link MailingStand}, in one figure or more. */
interface MailingRow {

    /** How a person asks for it. */
    String name();

    /** One line for the list of rows. */
    String words();

    void measure(MailingStand stand, Figures figures) throws IOException;
}

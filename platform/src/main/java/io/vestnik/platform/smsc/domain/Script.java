package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Params;

/** One script of the service. */
interface Script {
    /** Its name, such as {@code send}. */
    String name();

    /** The right without which nobody gets further with such a request. */
    String right(Params params);

    Answer run(Client client, Params params);
}

package io.vestnik.platform.shell;

import java.util.List;
import org.springframework.security.core.Authentication;

/** Remembers how each person has arranged the columns of lists; implemented by the module that knows people. */
public interface ListMemory {

    /** The columns in the person's order, a minus before those that are hidden; empty when nothing was arranged. */
    List<String> columns(Authentication who, String list);

    /** Remembers an arrangement, in place of an earlier one; an empty one forgets it. Of a person at most 200 lists are remembered. */
    void arrange(Authentication who, String list, List<String> columns);
}

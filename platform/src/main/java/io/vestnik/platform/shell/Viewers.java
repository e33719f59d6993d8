package io.vestnik.platform.shell;

import java.util.Optional;
import org.springframework.security.core.Authentication;

/** Tells the frame who looks at it; implemented by the module that knows people and accounts. */
public interface Viewers {

    /** The person behind the authentication; empty for programs and for those who have not signed in. */
    Optional<Viewer> viewer(Authentication authentication);
}

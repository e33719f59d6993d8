package io.vestnik.platform.shell;

import java.time.ZoneId;
import java.util.Optional;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.stereotype.Component;

/** The present viewer, and the zone in which times are shown: Moscow's for those who have not signed in. */
@Component
public class PresentViewer {

    private static final ZoneId MOSCOW = ZoneId.of("Europe/Moscow");

    private final ObjectProvider<Viewers> viewers;

    PresentViewer(ObjectProvider<Viewers> viewers) {
        this.viewers = viewers;
    }

    /** The person who looks at the page; empty when nobody has signed in. */
    public Optional<Viewer> viewer() {
        Authentication authentication = SecurityContextHolder.getContext().getAuthentication();
        Viewers source = viewers.getIfAvailable();
        return authentication == null || source == null ? Optional.empty() : source.viewer(authentication);
    }

    /** The zone of the present viewer. */
    public ZoneId zone() {
        return viewer().map(Viewer::zone).orElse(MOSCOW);
    }
}

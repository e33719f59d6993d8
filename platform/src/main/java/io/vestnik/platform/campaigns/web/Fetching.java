package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.kernel.CampaignId;
import jakarta.servlet.http.HttpSession;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** The draft that somebody went away from for people, as the session remembers it for an hour. */
final class Fetching {
    private static final String DRAFT = "campaigns.fetching";
    private static final String UNTIL = "campaigns.fetching.until";
    private static final Duration LONGEST = Duration.ofHours(1);

    private Fetching() {}

    static void begin(HttpSession session, CampaignId draft, Instant now) {
        session.setAttribute(DRAFT, draft.value());
        session.setAttribute(UNTIL, now.plus(LONGEST).getEpochSecond());
    }

    static Optional<CampaignId> of(HttpSession session, Instant now) {
        return session.getAttribute(DRAFT) instanceof Long draft
                        && session.getAttribute(UNTIL) instanceof Long until
                        && now.getEpochSecond() < until
                ? Optional.of(new CampaignId(draft))
                : Optional.empty();
    }
}

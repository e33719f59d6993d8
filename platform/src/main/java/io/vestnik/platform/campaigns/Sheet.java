package io.vestnik.platform.campaigns;

import java.util.UUID;

/**
 * One opened form in which a draft is written. What it sends may overtake itself on the way, or be sent twice; by its key and by which
 * of its sendings this one is, the newest wins and one form never makes two drafts.
 *
 * @param key made when the form was opened
 * @param step counts what this form has sent; never negative
 */
public record Sheet(UUID key, int step) {
    public Sheet {
        if (step < 0) {
            throw new IllegalArgumentException("Not a step: " + step);
        }
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.contacts.Recipient;
import io.vestnik.platform.contacts.WritingRules;
import org.jspecify.annotations.Nullable;

/**
 * Somebody of an audience, with all that is known before there is a text.
 *
 * @param excluded whether a group that is left out has them
 * @param stopped why they may not be written to; none when they may
 * @param network with what a part costs there
 */
public record Addressee(Recipient person, boolean excluded, WritingRules.@Nullable Reason stopped, Network network) {
    /** What becomes of them with this text. */
    Verdict verdict(String text, int parts) {
        return excluded ? Verdict.EXCLUDED : Rendering.verdict(stopped, text, parts, network);
    }
}

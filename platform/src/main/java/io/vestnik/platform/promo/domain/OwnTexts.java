package io.vestnik.platform.promo.domain;

import io.vestnik.platform.promo.PromoMarks;
import java.util.Locale;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;

/** Texts that belong to an action: {@code [Промокод]} in them is its own code, whatever other actions there are. */
@Component
class OwnTexts {
    /** The text with marks in place of the action's own codes; codes of others stay as they are written. */
    String marked(Terms terms, String text) {
        Matcher found = CodeMarker.FOUND.matcher(PromoMarks.unmarked(text));
        String name = terms.name().toLowerCase(Locale.ROOT);
        String mark = PromoMarks.mark(0, Math.clamp(terms.codes().length(), Room.SHORTEST, Room.LONGEST));
        return found.replaceAll(it -> Matcher.quoteReplacement(
                it.group(1) == null
                                || it.group(1).strip().toLowerCase(Locale.ROOT).equals(name)
                        ? mark
                        : it.group()));
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.sms.Concatenation;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextMeter;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** What each of a frozen audience reads, and in how many parts. */
final class Wording {
    private static final String MARK = "\u001F";

    /** Stands between texts of several that are kept or marked together; a draft that has it in a text tries none. */
    static final String BETWEEN = "\n" + MARK + "\n";

    private final FrozenPreview preview;
    private final @Nullable Split split;
    private final @Nullable Integer winner;
    private final TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);

    /**
     * The words of a preview.
     *
     * @param winner the text that those get who take no part in the trial; none where there is none, or while it is open
     */
    Wording(FrozenPreview preview, @Nullable Integer winner) {
        this.preview = preview;
        this.split = preview.split();
        this.winner = winner;
    }

    /** The texts as one, so that links in them have places of their own, and back. */
    static String together(List<String> texts) {
        return String.join(BETWEEN, texts);
    }

    /** As one of several, whatever a recipient's own values put into it. */
    static String oneOf(String text) {
        return text.replace(MARK, "");
    }

    static List<String> apart(String texts) {
        return List.of(texts.split(BETWEEN, -1));
    }

    String text(AudienceLine line) {
        String own = line.text();
        if (split == null) {
            return Objects.requireNonNullElse(own, preview.text());
        }
        int place = split.of(line.phone());
        if (place != Split.REST) {
            return Objects.requireNonNullElse(own, preview.texts().get(place));
        }
        List<String> texts = own == null ? preview.texts() : apart(own);
        return texts.get(Objects.requireNonNull(winner, "Nobody knows yet what the rest reads"));
    }

    /** Those that it is paid for in the end: at most those of the line, which held the money of the dearest text. */
    int parts(AudienceLine line) {
        return split == null || split.of(line.phone()) != Split.REST ? line.parts() : meter.measure(text(line));
    }
}

package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.promo.PromoMarks;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import org.springframework.stereotype.Component;

/**
 * Texts that belong to an action: {@code [Промокод]} in them is its own code, whatever other actions there are, {@code [Отписка]} is a
 * link, and so are addresses where the account wants them short.
 */
@Component
class OwnTexts {
    private final Links links;
    private final MessageLinks own;
    private final SendingRules rules;

    OwnTexts(Links links, MessageLinks own, SendingRules rules) {
        this.links = links;
        this.own = own;
        this.rules = rules;
    }

    /** The text with marks in place of its links and of the action's own codes; codes of others stay as they are written. */
    Links.Marked marked(AccountId account, Terms terms, String text) {
        // Links come first: an address that a code touches stays as it is.
        Links.Marked linked = links.mark(account, text, rules.of(account).shortLinks());
        Matcher found = CodeMarker.FOUND.matcher(PromoMarks.unmarked(linked.text()));
        String name = terms.name().toLowerCase(Locale.ROOT);
        String mark = PromoMarks.mark(0, Math.clamp(terms.codes().length(), Room.SHORTEST, Room.LONGEST));
        String marked = found.replaceAll(it -> Matcher.quoteReplacement(
                it.group(1) == null
                                || it.group(1).strip().toLowerCase(Locale.ROOT).equals(name)
                        ? mark
                        : it.group()));
        return new Links.Marked(marked, linked.targets(), linked.faults());
    }

    /** Takes back the links of letters that were offered under these ids and refused; they get others the next time. */
    void takeBack(AccountId account, List<MessageId> ids, List<Acceptance> answers) {
        own.takeBack(account, Acceptance.refused(ids, answers));
    }

    /** The texts as their recipients read them, in the same order: each with links of its own, which are kept when this returns. */
    List<String> linked(AccountId account, List<MessageLinks.Letter> letters) {
        List<MessageLinks.Letter> marked = letters.stream()
                .filter(letter -> LinkMarks.in(letter.text().text()))
                .sorted(Comparator.comparing(MessageLinks.Letter::message))
                .toList();
        Map<MessageId, String> written = new HashMap<>();
        if (!marked.isEmpty()) {
            Iterator<String> texts = own.write(account, marked).iterator();
            marked.forEach(letter -> written.put(letter.message(), texts.next()));
        }
        return letters.stream()
                .map(letter ->
                        written.getOrDefault(letter.message(), letter.text().text()))
                .toList();
    }
}

package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoCodes;
import io.vestnik.platform.promo.PromoCodes.Fault;
import io.vestnik.platform.promo.PromoCodes.Marked;
import io.vestnik.platform.promo.PromoMarks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Finds codes in a text. */
@Component
class CodeMarker {
    /** The placeholder by its names; what a backslash goes before is no placeholder. */
    static final List<String> NAMES = List.of("Промокод", "Promo code");

    static final Pattern FOUND = Pattern.compile("(?iu)(?<!\\\\)[\\[{]\\s*(?:" + String.join("|", NAMES)
            + ")\\s*(?::([^\\[\\]{}|\\n\\r]{1,100}))?(?:\\|[^\\[\\]{}\\n\\r]{0,40})?[\\]}]");

    private final Actions actions;

    CodeMarker(Actions actions) {
        this.actions = actions;
    }

    Marked mark(AccountId account, String text) {
        String plain = PromoMarks.unmarked(text);
        Matcher found = FOUND.matcher(plain);
        if (!found.find()) {
            return new Marked(plain, List.of(), List.of());
        }
        List<ActionId> places = new ArrayList<>();
        List<Fault> faults = new ArrayList<>();
        StringBuilder marked = new StringBuilder(plain.length());
        do {
            found.appendReplacement(marked, Matcher.quoteReplacement(mark(account, found, places, faults)));
        } while (found.find());
        return new Marked(found.appendTail(marked).toString(), places, faults);
    }

    /** What is not understood stays as it was written. */
    private String mark(AccountId account, Matcher found, List<ActionId> places, List<Fault> faults) {
        @Nullable String written = found.group(1);
        Optional<Action> action = written == null ? only(account) : actions.named(account, written.strip());
        if (action.isEmpty()) {
            faults.add(written == null ? new Fault("which_promo", "") : new Fault("unknown_promo", written.strip()));
            return found.group();
        }
        Terms terms = action.get().terms();
        if (actions.today(account).isAfter(terms.to())) {
            faults.add(new Fault("promo_over", terms.name()));
        }
        int place = places.indexOf(action.get().id());
        if (place < 0) {
            place = places.size();
            if (place == PromoCodes.MOST) {
                faults.add(new Fault("too_many_promos", Integer.toString(PromoCodes.MOST)));
                return found.group();
            }
            places.add(action.get().id());
        }
        return PromoMarks.mark(place, terms.codes().length());
    }

    private Optional<Action> only(AccountId account) {
        List<Action> given = actions.given(account);
        return given.size() == 1 ? Optional.of(given.getFirst()) : Optional.empty();
    }
}

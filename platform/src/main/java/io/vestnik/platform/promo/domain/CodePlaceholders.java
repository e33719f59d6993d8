package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.promo.PromoMarks;
import io.vestnik.platform.texts.PlaceholderSource;
import io.vestnik.platform.texts.Speech;
import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.platform.texts.ValueKind;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers the codes of each action that gives any to texts. Campaigns put a mark in their place before they read a text. */
@Component
@Order(90)
class CodePlaceholders implements PlaceholderSource {
    private static final String FIELD = "promo.code.";

    private final Actions actions;

    CodePlaceholders(Actions actions) {
        this.actions = actions;
    }

    @Override
    public List<Placeholder> placeholders(AccountId account) {
        List<Action> given = actions.given(account);
        return given.stream()
                .flatMap(action -> names(action, given.size() == 1)
                        .map(name -> new Placeholder(
                                name,
                                FIELD + action.id(),
                                ValueKind.LINK, // it stands as it is, whatever happens to the letters around it
                                Speech.PLAIN,
                                PromoMarks.example(action.terms().codes().length()))))
                .toList();
    }

    /** The first one in each language is shown, the others are understood too. */
    private static Stream<String> names(Action action, boolean only) {
        String name = action.terms().name();
        return Stream.of(": " + name, ":" + name, "")
                .filter(it -> only || !it.isEmpty())
                .flatMap(it -> CodeMarker.NAMES.stream().map(known -> known + it));
    }
}

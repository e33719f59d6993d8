package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.PlaceholderSource;
import io.vestnik.platform.texts.Speech;
import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.platform.texts.ValueKind;
import java.util.List;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Offers the link to the unsubscribe page to texts. Campaigns put a mark in its place before they read a text. */
@Component
@Order(100)
class UnsubscribePlaceholder implements PlaceholderSource {
    private static final String FIELD = "links.unsubscribe";

    private final Domains domains;

    UnsubscribePlaceholder(Domains domains) {
        this.domains = domains;
    }

    @Override
    public List<Placeholder> placeholders(AccountId account) {
        String example = domains.prefix(account) + "Ab3dE6gH";
        return TextMarker.NAMES.stream()
                .map(name -> new Placeholder(name, FIELD, ValueKind.LINK, Speech.PLAIN, example))
                .toList();
    }
}

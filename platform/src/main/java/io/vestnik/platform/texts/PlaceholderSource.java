package io.vestnik.platform.texts;

import io.vestnik.platform.kernel.AccountId;
import java.util.List;

/** Offers placeholders to texts. Implemented above, by modules that know something of a recipient. */
public interface PlaceholderSource {
    List<Texts.Placeholder> placeholders(AccountId account);
}

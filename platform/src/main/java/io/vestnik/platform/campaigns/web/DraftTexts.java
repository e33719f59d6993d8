package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.domain.Linking;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Texts;
import java.util.List;
import org.springframework.stereotype.Component;

/** Reads texts of drafts: as they are written, or as they will be counted. */
@Component
record DraftTexts(Texts texts, Linking linking) {
    /** As they are written. */
    Texts.Reader reader(AccountId account) {
        return texts.reader(account);
    }

    /** With marks in place of links, which are as long as the links will be. */
    Texts.Reader counting(AccountId account, Draft draft, Texts.Reader written) {
        return new Texts.Reader() {
            @Override
            public Texts.Reading read(String text) {
                return written.read(linking.marked(account, draft, text));
            }

            @Override
            public List<Texts.Placeholder> placeholders() {
                return written.placeholders();
            }
        };
    }
}

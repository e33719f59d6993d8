package io.vestnik.platform.texts;

import java.util.List;
import org.springframework.beans.factory.support.StaticListableBeanFactory;

/** Texts as they are read and rendered, over placeholders that a test names. */
public final class KnownTexts {
    private KnownTexts() {}

    /** Knows these placeholders and no others. */
    public static Texts of(Texts.Placeholder... placeholders) {
        PlaceholderSource source = _ -> List.of(placeholders);
        StaticListableBeanFactory beans = new StaticListableBeanFactory();
        beans.addBean("source", source);
        return new BracketTexts(beans.getBeanProvider(PlaceholderSource.class));
    }
}

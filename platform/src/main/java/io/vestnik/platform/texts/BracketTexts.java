package io.vestnik.platform.texts;

import io.vestnik.platform.kernel.AccountId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;

/** Reads texts against whatever placeholders the modules above offer; of two with one name the first counts. */
@Component
class BracketTexts implements Texts {
    private final ObjectProvider<PlaceholderSource> sources;

    BracketTexts(ObjectProvider<PlaceholderSource> sources) {
        this.sources = sources;
    }

    @Override
    public Reading read(AccountId account, String text) {
        return reader(account).read(text);
    }

    @Override
    public Reader reader(AccountId account) {
        List<Placeholder> placeholders = placeholders(account);
        Map<String, Placeholder> known = new HashMap<>();
        placeholders.forEach(it -> known.put(TextParser.key(it.name()), it));
        return new Knowing(placeholders, known);
    }

    private record Knowing(List<Placeholder> placeholders, Map<String, Placeholder> known) implements Reader {
        @Override
        public Reading read(String text) {
            return new TextParser(text, known).read();
        }
    }

    @Override
    public List<Placeholder> placeholders(AccountId account) {
        List<Placeholder> placeholders = new ArrayList<>();
        Set<String> names = new HashSet<>();
        sources.orderedStream()
                .flatMap(source -> source.placeholders(account).stream())
                .filter(placeholder -> names.add(TextParser.key(placeholder.name())))
                .forEach(placeholders::add);
        return placeholders;
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Knows {@code [Имя]} and nothing else. */
final class FakeTexts implements Texts {
    private static final Pattern PLACEHOLDER = Pattern.compile("\\[([^\\]]*)]");

    @Override
    public Reading read(AccountId account, String text) {
        List<String> unknown = PLACEHOLDER
                .matcher(text)
                .results()
                .map(found -> found.group(1))
                .filter(name -> !name.equals("Имя"))
                .toList();
        return unknown.isEmpty()
                ? new Reading.Understood(new Named(text))
                : new Reading.Refused(unknown.stream()
                        .map(name -> new Fault(Fault.What.UNKNOWN_PLACEHOLDER, null, name))
                        .toList());
    }

    @Override
    public List<Placeholder> placeholders(AccountId account) {
        return List.of(new Placeholder("Имя", "name"));
    }

    @Override
    public Reader reader(AccountId account) {
        throw new UnsupportedOperationException();
    }

    private record Named(String source) implements Template {
        @Override
        public String render(Map<String, String> values) {
            return source.replace("[Имя]", values.getOrDefault("name", ""));
        }

        @Override
        public Set<String> fields() {
            return PLACEHOLDER.matcher(source).results().map(_ -> "name").collect(Collectors.toSet());
        }

        @Override
        public Set<String> needs() {
            return fields();
        }

        @Override
        public List<Stretch> words() {
            throw new UnsupportedOperationException();
        }

        @Override
        public String reworded(UnaryOperator<String> words) {
            throw new UnsupportedOperationException();
        }

        @Override
        public String latin(UnaryOperator<String> words) {
            throw new UnsupportedOperationException();
        }
    }
}

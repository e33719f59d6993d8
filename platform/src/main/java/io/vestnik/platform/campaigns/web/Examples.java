package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.Texts;
import io.vestnik.platform.texts.Texts.Placeholder;
import io.vestnik.platform.texts.ValueKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Placeholders as a page offers them: each by the name of its language, with the forms that it has and how they look. */
@Component
class Examples {
    private final Texts texts;
    private final CampaignTexts words;

    Examples(Texts texts, CampaignTexts words) {
        this.texts = texts;
        this.words = words;
    }

    /**
     * A placeholder that is offered.
     *
     * @param insert what stands in a text in its usual form
     */
    record Offer(String name, String insert, List<Shape> shapes) {
        Offer {
            shapes = List.copyOf(shapes);
        }
    }

    /**
     * A form of a placeholder.
     *
     * @param insert what stands in a text
     * @param looks what somebody may read there
     */
    record Shape(String insert, String looks) {}

    /** What stands for these fields while there is nobody. */
    Map<String, String> of(Texts.Reader reader, Collection<String> fields) {
        Map<String, String> examples = new HashMap<>();
        for (Placeholder it : reader.placeholders()) {
            if (fields.contains(it.field())) {
                examples.computeIfAbsent(it.field(), field -> example(it));
            }
        }
        return examples;
    }

    private String example(Placeholder placeholder) {
        return placeholder.example() == null
                ? words.textOr("campaigns.example." + placeholder.field(), placeholder.name())
                : placeholder.example();
    }

    /** The names of fields in the language of the page, by field. */
    Map<String, String> names(AccountId account) {
        return named(texts.reader(account)).stream().collect(Collectors.toMap(Placeholder::field, Placeholder::name));
    }

    /** The name of a field in the language of the page. */
    String name(Texts.Reader reader, String field) {
        return named(reader).stream()
                .filter(it -> it.field().equals(field))
                .findFirst()
                .map(Placeholder::name)
                .orElse(field);
    }

    /** Everything that may be put in. */
    List<Offer> offers(Texts.Reader reader) {
        List<Placeholder> named = named(reader);
        Map<String, String> values =
                of(reader, named.stream().map(Placeholder::field).toList());
        return named.stream().map(it -> offer(reader, it, values)).toList();
    }

    private Offer offer(Texts.Reader reader, Placeholder placeholder, Map<String, String> values) {
        String name = placeholder.name();
        List<String> inserts = new ArrayList<>();
        inserts.add("[" + name + "]");
        if (placeholder.kind().writtenOut()) {
            String forms = words.text("campaigns.forms." + placeholder.kind().code());
            inserts.add("[" + name + ": " + forms + "]");
        }
        if (placeholder.kind() == ValueKind.NAME) {
            inserts.add("[" + name + "|" + words.text("campaigns.forms.otherwise") + "]");
        }
        for (String form : placeholder.kind().forms(words.locale())) {
            inserts.add("[" + name + ": " + form + "]");
        }
        return new Offer(
                name,
                inserts.getFirst(),
                inserts.stream()
                        .map(insert -> new Shape(insert, looks(reader, insert, values)))
                        .toList());
    }

    private static String looks(Texts.Reader reader, String insert, Map<String, String> values) {
        return reader.read(insert) instanceof Texts.Reading.Understood(var template) ? template.render(values) : "";
    }

    /** One name of each placeholder: where there are several, the first in the language of the page. */
    private List<Placeholder> named(Texts.Reader reader) {
        boolean russian = words.locale().getLanguage().equals(Locale.of("ru").getLanguage());
        Map<String, Placeholder> byField = new LinkedHashMap<>();
        for (Placeholder it : reader.placeholders()) {
            byField.merge(
                    it.field(), it, (had, more) -> !russian && !ascii(had.name()) && ascii(more.name()) ? more : had);
        }
        return List.copyOf(byField.values());
    }

    private static boolean ascii(String name) {
        return name.chars().allMatch(c -> c < 0x80);
    }
}

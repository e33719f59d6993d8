package io.vestnik.platform.smsc.wire;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * One record of an answer, in all forms.
 *
 * @param members by name, in order: a number, a text, or a list of items or texts
 * @param text for people; none where names and values do
 * @param values with commas between them; none where those of all members do
 * @param xml none where an element for each member does
 */
public record Item(
        Map<String, Object> members,
        @Nullable String text,
        @Nullable String values,
        @Nullable String xml) {

    /** Members: name, value, name, value… */
    public static Item of(Object... namesAndValues) {
        Map<String, Object> members = LinkedHashMap.newLinkedHashMap(namesAndValues.length / 2);
        for (int i = 0; i < namesAndValues.length; i += 2) {
            members.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return new Item(Collections.unmodifiableMap(members), null, null, null);
    }

    /** The same with a member more. */
    public Item with(String name, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(members);
        more.put(name, value);
        return new Item(Collections.unmodifiableMap(more), text, values, xml);
    }

    /** The same in other words for people. */
    public Item text(String words) {
        return new Item(members, words, values, xml);
    }

    /** The same with other values, or in another order. */
    public Item values(Object... listed) {
        return new Item(members, text, List.of(listed).stream().map(Item::line).collect(Collectors.joining(",")), xml);
    }

    /** The same with more words for people and more values at the end. */
    public Item more(String words, Object... listed) {
        return new Item(
                members,
                asText() + words,
                asValues() + "," + List.of(listed).stream().map(Item::line).collect(Collectors.joining(",")),
                xml);
    }

    /** The same as this element. */
    public Item xml(String element) {
        return new Item(members, text, values, element);
    }

    String asText() {
        return text != null
                ? text
                : members.entrySet().stream()
                        .filter(it -> !(it.getValue() instanceof List))
                        .map(it -> it.getKey() + " = " + line(it.getValue()))
                        .collect(Collectors.joining(", "));
    }

    String asValues() {
        return values != null
                ? values
                : members.values().stream()
                        .filter(it -> !(it instanceof List))
                        .map(Item::line)
                        .collect(Collectors.joining(","));
    }

    /** Its lists, which stand on lines of their own. */
    List<Item> below() {
        return members.values().stream()
                .filter(List.class::isInstance)
                .flatMap(it -> ((List<?>) it).stream())
                .filter(Item.class::isInstance)
                .map(Item.class::cast)
                .toList();
    }

    /** A line has no line within. */
    private static String line(Object value) {
        return value.toString().replaceAll("[\\r\\n]+", " ");
    }
}

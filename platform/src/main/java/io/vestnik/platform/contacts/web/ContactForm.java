package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactField;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.springframework.util.MultiValueMap;

/**
 * A contact as it is typed.
 *
 * @param version what the person saw; 0 for a new one
 * @param values texts by the keys of fields; one that was not on the form is missing
 */
record ContactForm(int version, Map<String, String> values, Set<GroupId> groups) {
    private static final Pattern KEY = Pattern.compile("[a-z][a-z0-9_]{0,39}");
    private static final int MOST_FIELDS = 100;
    private static final int LONGEST = 2_000;

    /** Nothing is typed; these groups are chosen. */
    static ContactForm empty(Collection<GroupId> groups) {
        return new ContactForm(0, Map.of(), Set.copyOf(groups));
    }

    static ContactForm of(Contact contact, Collection<GroupId> groups) {
        Map<String, String> values = new HashMap<>(contact.person().values());
        values.put(ContactField.PHONE.key(), "+" + contact.phone());
        return new ContactForm(contact.version(), values, Set.copyOf(groups));
    }

    /** Reads what was sent; values are cut far beyond what a field may hold. */
    static ContactForm of(MultiValueMap<String, String> sent) {
        Map<String, String> values = new HashMap<>();
        sent.forEach((key, all) -> {
            String value = all.isEmpty() || all.getFirst() == null ? "" : all.getFirst();
            if (KEY.matcher(key).matches() && values.size() < MOST_FIELDS) {
                values.put(key, value.isBlank() ? "" : value.substring(0, Math.min(value.length(), LONGEST)));
            }
        });
        Set<GroupId> groups = new LinkedHashSet<>();
        for (String id : sent.getOrDefault("groups", List.of())) {
            FilterAddress.group(id).ifPresent(groups::add);
        }
        String version = sent.getFirst("version");
        return new ContactForm(
                version != null && version.matches("\\d{1,9}") ? Integer.parseInt(version) : 0, values, groups);
    }

    ContactForm withVersion(int seen) {
        return new ContactForm(seen, values, groups);
    }

    /** What is typed into a field, for a template. */
    public String value(String key) {
        return values.getOrDefault(key, "");
    }

    /** Whether the field was on the form: what was not stays as it was. */
    boolean has(String key) {
        return values.containsKey(key);
    }

    /** Whether a group is chosen, for a template. */
    public boolean in(long group) {
        return groups.contains(new GroupId(group));
    }
}

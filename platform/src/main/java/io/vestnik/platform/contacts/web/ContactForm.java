package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.Contact;
import io.vestnik.platform.contacts.domain.ContactField;
import java.util.Collection;
import java.util.EnumMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.util.MultiValueMap;

/**
 * A contact as it is typed.
 *
 * @param version what the person saw; 0 for a new one
 * @param values texts by field; a field that was not typed is missing
 */
record ContactForm(int version, Map<ContactField, String> values, Set<GroupId> groups) {

    /** Nothing is typed; these groups are chosen. */
    static ContactForm empty(Collection<GroupId> groups) {
        return new ContactForm(0, Map.of(), Set.copyOf(groups));
    }

    static ContactForm of(Contact contact, Collection<GroupId> groups) {
        Map<ContactField, String> values = new EnumMap<>(ContactField.class);
        contact.person()
                .values()
                .forEach((key, value) -> ContactField.ofKey(key).ifPresent(field -> values.put(field, value)));
        values.put(ContactField.PHONE, "+" + contact.phone());
        return new ContactForm(contact.version(), values, Set.copyOf(groups));
    }

    /** Reads what was sent; values are cut far beyond what a field may hold. */
    static ContactForm of(MultiValueMap<String, String> sent) {
        Map<ContactField, String> values = new EnumMap<>(ContactField.class);
        for (ContactField field : ContactField.values()) {
            String value = sent.getFirst(field.key());
            if (value != null && !value.isBlank()) {
                values.put(field, value.substring(0, Math.min(value.length(), 2 * field.most())));
            }
        }
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
        return ContactField.ofKey(key).map(values::get).orElse("");
    }

    /** Whether a group is chosen, for a template. */
    public boolean in(long group) {
        return groups.contains(new GroupId(group));
    }
}

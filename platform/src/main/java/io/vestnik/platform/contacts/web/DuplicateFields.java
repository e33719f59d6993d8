package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.DuplicateStore;
import io.vestnik.platform.contacts.domain.FieldKind;
import io.vestnik.platform.contacts.domain.Fields;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people may be alike by: e-mail, surname with name, and those fields of an account's own that tell people apart. */
@Component
class DuplicateFields {
    private final Fields fields;
    private final Format format;

    DuplicateFields(Fields fields, Format format) {
        this.fields = fields;
        this.format = format;
    }

    List<Option> options(AccountId account) {
        return Stream.concat(
                        Stream.of(
                                new Option(DuplicateStore.FULL_NAME, format.text("contacts.cleaning.full_name")),
                                new Option("email", format.text("contacts.email"))),
                        fields.shown(account).stream()
                                .filter(field -> field.own()
                                        && (field.kind() == FieldKind.TEXT || field.kind() == FieldKind.NUMBER))
                                .map(field -> new Option(field.key(), format.text(field.titleKey()))))
                .toList();
    }
}

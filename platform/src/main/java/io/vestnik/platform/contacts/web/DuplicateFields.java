package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.AlikePeople;
import io.vestnik.platform.contacts.domain.DuplicateStore;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** What people may be alike by: e-mail, surname with name, and those fields of an account's own that tell people apart. */
@Component
class DuplicateFields {
    private final AlikePeople alike;
    private final Format format;

    DuplicateFields(AlikePeople alike, Format format) {
        this.alike = alike;
        this.format = format;
    }

    List<Option> options(AccountId account) {
        return Stream.concat(
                        Stream.of(
                                new Option(DuplicateStore.FULL_NAME, format.text("contacts.cleaning.full_name")),
                                new Option("email", format.text("contacts.email"))),
                        alike.own(account).map(field -> new Option(field.key(), format.text(field.titleKey()))))
                .toList();
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.texts.PlaceholderSource;
import io.vestnik.platform.texts.Texts.Placeholder;
import java.util.List;
import org.springframework.stereotype.Component;

/** The fields of a contact as placeholders; the Russian names come first, the English ones are understood as well. */
@Component
class ContactPlaceholders implements PlaceholderSource {
    private static final List<Placeholder> ALL = List.of(
            new Placeholder("Имя", "name"),
            new Placeholder("Фамилия", "surname"),
            new Placeholder("Отчество", "patronymic"),
            new Placeholder("Телефон", "phone"),
            new Placeholder("Email", "email"),
            new Placeholder("Комментарий", "comment"),
            new Placeholder("name", "name"),
            new Placeholder("surname", "surname"),
            new Placeholder("patronymic", "patronymic"),
            new Placeholder("phone", "phone"),
            new Placeholder("comment", "comment"));

    @Override
    public List<Placeholder> placeholders(AccountId account) {
        return ALL;
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Choosing;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.Meant;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Condition;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.shell.Clause;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.Format;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** The contract, by the conditions that pages offer. */
@Service
class ChoosingDesk implements Choosing {
    private final ContactStore contacts;
    private final ContactConditions conditions;
    private final Format format;

    ChoosingDesk(ContactStore contacts, ContactConditions conditions, Format format) {
        this.contacts = contacts;
        this.conditions = conditions;
        this.format = format;
    }

    @Override
    public List<Askable> askable(AccountId account) {
        return conditions.of(account).stream()
                .map(field -> new Askable(
                        field.name(),
                        format.text(field.titleKey()),
                        field.kind().name().toLowerCase(Locale.ROOT),
                        field.tests().stream().map(Condition.Test::code).toList(),
                        field.options().stream()
                                .map(option -> new Value(option.value(), option.label()))
                                .toList()))
                .toList();
    }

    @Override
    public Reader reader(AccountId account) {
        Map<String, Field> known =
                conditions.of(account).stream().collect(Collectors.toMap(Field::name, Function.identity()));
        return (name, test, value) -> {
            Field field = known.get(name);
            if (field == null) {
                return new Read.NoField();
            }
            if (field.tests().stream().noneMatch(it -> it.code().equals(test))) {
                return new Read.NoTest();
            }
            return Clause.condition(field, test, value)
                    .<Read>map(Read.Understood::new)
                    .orElseGet(Read.NoValue::new);
        };
    }

    @Override
    public Slice<Card> list(AccountId account, Meant meant, @Nullable String cursor, int limit) {
        return contacts.list(account, ContactFilter.of(meant), cursor, limit).map(CardDesk::card);
    }

    @Override
    public long count(AccountId account, Meant meant) {
        return contacts.count(account, ContactFilter.of(meant));
    }
}

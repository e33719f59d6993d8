package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.stereotype.Component;

/** The people of an account who may do what a letter is about. */
@Component
class StaffAddressees implements Addressees {
    private static final int MOST_LOOKED_AT = 200;

    private final People people;
    private final PresentPeople present;

    StaffAddressees(People people, PresentPeople present) {
        this.people = people;
        this.present = present;
    }

    @Override
    public List<Addressee> of(AccountId account, String right) {
        return people.list(account, "", null, MOST_LOOKED_AT).items().stream()
                .filter(person -> present.signIn(person)
                        .filter(signedIn -> signedIn.getPrincipal().may(right))
                        .isPresent())
                .flatMap(person -> person.email() == null
                        ? Stream.empty()
                        : Stream.of(new Addressee(person.email(), person.name())))
                .limit(MOST)
                .toList();
    }
}

package io.vestnik.platform.campaigns;

import io.vestnik.phone.Country;
import io.vestnik.phone.ParseResult;
import io.vestnik.phone.PhoneNumber;
import io.vestnik.platform.store.PersonalData.People;

/** Numbers as people type them into an audience. */
public final class TypedNumbers {
    private TypedNumbers() {}

    /** Whether it is the number of any of these, however it is written; one that cannot be read is theirs when it holds their digits. */
    public static boolean names(String typed, Country home, People people) {
        return PhoneNumber.parse(typed, home) instanceof ParseResult.Parsed parsed
                ? people.phones().contains(parsed.number().digits())
                : people.in(typed);
    }
}

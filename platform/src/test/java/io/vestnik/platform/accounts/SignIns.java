package io.vestnik.platform.accounts;

import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.authentication;

import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.accounts.domain.Person;
import io.vestnik.platform.accounts.domain.Rights;
import io.vestnik.platform.accounts.domain.SignedIn;
import org.springframework.context.ApplicationContext;
import org.springframework.test.web.servlet.request.RequestPostProcessor;

/** Signs the owners of the demonstration in for tests: {@code mvc.get().uri("/…").with(SignIns.as("client", context))}. */
public final class SignIns {

    private SignIns() {}

    /** The request comes from this person: {@code operator}, {@code partner}, {@code client} or one that the test has added. */
    public static RequestPostProcessor as(String login, ApplicationContext context) {
        return authentication(new SignedIn(who(login, context), 1));
    }

    /** The request comes from somebody with exactly these rights. */
    public static RequestPostProcessor as(Who who) {
        return authentication(new SignedIn(who, 1));
    }

    /** Who this person is, with all rights of their role. */
    public static Who who(String login, ApplicationContext context) {
        Person person =
                context.getBean(People.class).byLogin(login).orElseThrow().person();
        AccountKind kind = context.getBean(Accounts.class).get(person.account()).kind();
        return new Who(
                person.account(),
                person.id(),
                null,
                person.name(),
                context.getBean(Rights.class).of(kind, person.role()));
    }
}

package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.UserId;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.stereotype.Component;

/** Signs a person in by login and password. An unknown login, a wrong password and a blocked person look and last the same. */
@Component
class PasswordSignIn implements AuthenticationProvider {

    private final People people;
    private final Passwords passwords;
    private final SignInLimits limits;
    private final PresentPeople present;
    private final Deeds deeds;

    PasswordSignIn(People people, Passwords passwords, SignInLimits limits, PresentPeople present, Deeds deeds) {
        this.people = people;
        this.passwords = passwords;
        this.limits = limits;
        this.present = present;
        this.deeds = deeds;
    }

    @Override
    public Authentication authenticate(Authentication asked) {
        String login = asked.getName().strip().toLowerCase(Locale.ROOT);
        String password = String.valueOf(asked.getCredentials());
        String address =
                asked.getDetails() instanceof WebAuthenticationDetails details ? details.getRemoteAddress() : "";
        if (!limits.take(address, login)) {
            throw new LockedException("Too many tries");
        }
        Optional<People.Credentials> known =
                password.length() > Passwords.LONGEST ? Optional.empty() : people.byLogin(login);
        boolean right =
                passwords.matches(password, known.map(People.Credentials::hash).orElse(null));
        Optional<SignedIn> signedIn =
                right ? known.map(People.Credentials::person).flatMap(present::signIn) : Optional.empty();
        if (signedIn.isEmpty()) {
            limits.wrong(address, login);
            throw new BadCredentialsException("Not known");
        }
        limits.forget(address, login);
        remember(signedIn.get().getPrincipal(), address);
        return signedIn.get();
    }

    private void remember(Who who, String address) {
        UserId id = who.person().orElseThrow();
        deeds.together(() -> {
            people.signedIn(id, deeds.now());
            deeds.record(who, "user.signed_in", "user " + id, Map.of("address", address));
            return id;
        });
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return UsernamePasswordAuthenticationToken.class.isAssignableFrom(authentication);
    }
}

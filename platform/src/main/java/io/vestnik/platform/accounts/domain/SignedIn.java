package io.vestnik.platform.accounts.domain;

import io.vestnik.platform.accounts.Who;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** A person or a program whose name is proved; the authorities are their rights. */
public final class SignedIn extends AbstractAuthenticationToken {

    private final transient Who who;
    private final int stamp;

    /** A program, or a person whose password had this stamp. */
    public SignedIn(Who who, int stamp) {
        super(who.rights().stream().map(SimpleGrantedAuthority::new).toList());
        this.who = who;
        this.stamp = stamp;
        setAuthenticated(true);
    }

    /** What the session must remember besides the person. */
    public int stamp() {
        return stamp;
    }

    @Override
    public Who getPrincipal() {
        return who;
    }

    @Override
    public @Nullable Object getCredentials() {
        return null;
    }

    @Override
    public boolean equals(@Nullable Object other) {
        return other instanceof SignedIn it && it.who.equals(who) && it.stamp == stamp;
    }

    @Override
    public int hashCode() {
        return Objects.hash(who, stamp);
    }
}

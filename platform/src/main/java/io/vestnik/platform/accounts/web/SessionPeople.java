package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.domain.PresentPeople;
import io.vestnik.platform.accounts.domain.SignedIn;
import io.vestnik.platform.kernel.UserId;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.HttpSession;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.DeferredSecurityContext;
import org.springframework.security.core.context.SecurityContext;
import org.springframework.security.core.context.SecurityContextHolder;
import org.springframework.security.web.context.HttpRequestResponseHolder;
import org.springframework.security.web.context.SecurityContextRepository;
import org.springframework.session.FindByIndexNameSessionRepository;
import org.springframework.stereotype.Component;

/**
 * Keeps of a person only the id and the stamp of the password in the session: rights are those of the moment, and whoever was blocked
 * or has a new password is out at once.
 */
@Component
class SessionPeople implements SecurityContextRepository {

    private static final String PERSON = "person";
    private static final String STAMP = "stamp";

    private final PresentPeople people;

    SessionPeople(PresentPeople people) {
        this.people = people;
    }

    @Override
    public DeferredSecurityContext loadDeferredContext(HttpServletRequest request) {
        return new DeferredSecurityContext() {
            private @Nullable SecurityContext context;

            @Override
            public SecurityContext get() {
                SecurityContext known = context;
                if (known == null) {
                    known = SecurityContextHolder.createEmptyContext();
                    find(request).ifPresent(known::setAuthentication);
                    context = known;
                }
                return known;
            }

            @Override
            public boolean isGenerated() {
                return get().getAuthentication() == null;
            }
        };
    }

    @Override
    @Deprecated
    public SecurityContext loadContext(HttpRequestResponseHolder holder) {
        return loadDeferredContext(holder.getRequest()).get();
    }

    @Override
    public void saveContext(SecurityContext context, HttpServletRequest request, HttpServletResponse response) {
        if (context.getAuthentication() instanceof SignedIn who
                && who.getPrincipal().user() != null) {
            UserId user = who.getPrincipal().user();
            HttpSession session = request.getSession();
            session.setAttribute(PERSON, user.value());
            session.setAttribute(STAMP, who.stamp());
            session.setAttribute(FindByIndexNameSessionRepository.PRINCIPAL_NAME_INDEX_NAME, user.toString());
        } else {
            HttpSession session = request.getSession(false);
            if (session != null) {
                session.removeAttribute(PERSON);
                session.removeAttribute(STAMP);
            }
        }
    }

    @Override
    public boolean containsContext(HttpServletRequest request) {
        return find(request).isPresent();
    }

    private Optional<SignedIn> find(HttpServletRequest request) {
        HttpSession session = request.getSession(false);
        return session != null
                        && session.getAttribute(PERSON) instanceof Long person
                        && session.getAttribute(STAMP) instanceof Integer stamp
                ? people.find(new UserId(person), stamp)
                : Optional.empty();
    }
}

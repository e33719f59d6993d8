package io.vestnik.platform.accounts.web;

import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Keys;
import io.vestnik.platform.accounts.domain.SignedIn;
import io.vestnik.platform.shell.BearerTokens;
import io.vestnik.platform.shell.ProblemType;
import jakarta.servlet.http.HttpServletRequest;
import org.springframework.stereotype.Component;

/** Tells the chain of programs who holds a token, and leaves for doors and for the journal what they need of it. */
@Component
class ProgramTokens implements BearerTokens {

    private final Keys keys;

    ProgramTokens(Keys keys) {
        this.keys = keys;
    }

    @Override
    public Bearer authenticate(String token, HttpServletRequest request) {
        return switch (keys.admit(token, request.getRemoteAddr())) {
            case Admission.Admitted(var who, var caller, var use) -> {
                caller.note(request);
                if (!use.awaitTurn()) {
                    yield new Bearer.Refused(ProblemType.BUSY);
                }
                request.setAttribute(KeyUse.ATTRIBUTE, use);
                yield new Bearer.Known(new SignedIn(who, 0), use::quotas);
            }
            case Admission.Refused(var reason, var caller) -> {
                if (caller != null) {
                    caller.note(request);
                }
                yield refused(reason);
            }
        };
    }

    private static Bearer refused(Admission.Reason reason) {
        return switch (reason) {
            case UNKNOWN -> new Bearer.Unknown();
            case ENDED -> new Bearer.Refused(ProblemType.KEY_ENDED);
            case ADDRESS -> new Bearer.Refused(ProblemType.KEY_ADDRESS);
            case OFF -> new Bearer.Refused(ProblemType.API_OFF);
            case TRIES -> new Bearer.Refused(ProblemType.BUSY);
        };
    }
}

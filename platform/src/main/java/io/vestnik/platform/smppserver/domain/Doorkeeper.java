package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.WrongGuesses;
import io.vestnik.smpp.Bind;
import io.vestnik.smpp.BindAttempt;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.ServerListener;
import io.vestnik.smpp.SessionSettings;
import io.vestnik.smpp.SmppSession;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Decides who may bind. */
@Component
class Doorkeeper implements ServerListener {
    private static final Logger log = LoggerFactory.getLogger(Doorkeeper.class);

    private final Systems systems;
    private final Accounts accounts;
    private final Programs programs;
    private final Staff staff;
    private final BindTries tries;

    Doorkeeper(Systems systems, Accounts accounts, Programs programs, Staff staff, WrongGuesses guesses) {
        this.systems = systems;
        this.accounts = accounts;
        this.programs = programs;
        this.staff = staff;
        this.tries = new BindTries(guesses);
    }

    /** Who serves those that were let in. */
    @Component
    record Staff(SubmitDesk desk, Postman postman, ServerFigures figures) {}

    @Override
    public void bind(BindAttempt attempt) {
        Bind bind = attempt.request();
        String from = attempt.peer().getAddress().getHostAddress();
        if (!tries.may(from, bind.systemId())) {
            refuse(attempt, CommandStatus.ESME_RBINDFAIL, "too many tries");
            return;
        }
        switch (systems.recognise(bind.systemId(), bind.password())) {
            case Systems.Recognised.Nobody _ -> {
                tries.failed(from, bind.systemId());
                refuse(attempt, CommandStatus.ESME_RINVSYSID, "no such system id");
            }
            case Systems.Recognised.WrongPassword _ -> {
                tries.failed(from, bind.systemId());
                refuse(attempt, CommandStatus.ESME_RINVPASWD, "wrong password");
            }
            case Systems.Recognised.Right(SmppSystem system) -> admit(attempt, system);
        }
    }

    private void admit(BindAttempt attempt, SmppSystem system) {
        SystemTerms terms = system.terms();
        if (!terms.admits(attempt.peer().getAddress())) {
            refuse(attempt, CommandStatus.ESME_RBINDFAIL, "not from this address");
            return;
        }
        if (!terms.modes().allows(attempt.request().mode())) {
            refuse(attempt, CommandStatus.ESME_RBINDFAIL, "not this way of binding");
            return;
        }
        if (accounts.find(system.account()).filter(Account::active).isEmpty()) {
            refuse(attempt, CommandStatus.ESME_RBINDFAIL, "the account is closed");
            return;
        }
        Program program = programs.of(system);
        if (!program.enter()) {
            refuse(attempt, CommandStatus.ESME_RALYBND, "all its binds are taken");
            return;
        }
        // One more than the window: a program that keeps to it is never held up by our not reading.
        SessionSettings limits = SessionSettings.DEFAULT
                .withWindow(terms.window())
                .withInbound(terms.window() + 1, SessionSettings.DEFAULT.inboundBytes());
        SmppSession session = attempt.accept(limits, new Connection(program, staff.desk(), staff.postman()));
        program.bound(session);
        if (!session.isOpen()) {
            program.unbound(session);
        }
        staff.postman().programsChanged();
    }

    private void refuse(BindAttempt attempt, int status, String why) {
        staff.figures().bindRefused();
        log.info(
                "A bind from {} was refused, {}: {}",
                attempt.peer().getAddress().getHostAddress(),
                CommandStatus.name(status),
                why);
        attempt.refuse(status);
    }
}

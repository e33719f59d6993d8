package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.numbering.PlanReplaced;
import org.springframework.modulith.events.ApplicationModuleListener;
import org.springframework.stereotype.Component;

/** Starts to label contacts anew when the plan of numbers has been replaced; told twice it labels twice, which changes nothing. */
@Component
class RelabellingStart {
    private final Accounts accounts;
    private final Jobs jobs;

    RelabellingStart(Accounts accounts, Jobs jobs) {
        this.accounts = accounts;
        this.jobs = jobs;
    }

    @ApplicationModuleListener
    void on(PlanReplaced plan) {
        accounts.operator().ifPresent(it -> jobs.start(it, Relabelling.NAME, Long.toString(plan.version())));
    }
}

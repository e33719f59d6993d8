package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts loads. */
@Component
class LoadStart {
    private final Jobs jobs;
    private final JsonMapper json;

    LoadStart(Jobs jobs, JsonMapper json) {
        this.jobs = jobs;
        this.json = json;
    }

    JobId start(AccountId account, Load load) {
        return jobs.start(account, ContactLoad.NAME, json.writeValueAsString(load));
    }
}

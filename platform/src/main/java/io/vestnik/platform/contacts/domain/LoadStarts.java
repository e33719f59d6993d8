package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.store.Transactions;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Starts loads, each with its line in the list of loads. */
@Component
class LoadStarts {
    private final Jobs jobs;
    private final Files files;
    private final LoadStore loads;
    private final JsonMapper json;
    private final Transactions transactions;

    LoadStarts(Jobs jobs, Files files, LoadStore loads, JsonMapper json, Transactions transactions) {
        this.jobs = jobs;
        this.files = files;
        this.loads = loads;
        this.json = json;
        this.transactions = transactions;
    }

    /** @param group the name of the group of the load; empty when it is gone */
    JobId start(AccountId account, Load load, String group) {
        return transactions.call(() -> {
            JobId job = jobs.start(account, ContactLoad.NAME, json.writeValueAsString(load));
            String source =
                    files.find(account, load.file()).map(StoredFile::name).orElse("");
            loads.start(account, job, source, load.group(), group);
            return job;
        });
    }
}

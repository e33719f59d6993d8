package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.DuplicateStore.Found;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/**
 * Finds people who are alike, in one step: a statement that sorts the account's people once. Its transaction writes nothing but what it
 * found, so that nobody waits for it.
 */
@Service
public class DuplicateSearch implements JobKind {
    public static final String NAME = "contacts.duplicates";

    private final DuplicateStore duplicates;
    private final Jobs jobs;
    private final JsonMapper json;
    private final Clock clock;

    DuplicateSearch(DuplicateStore duplicates, Jobs jobs, JsonMapper json, Clock clock) {
        this.duplicates = duplicates;
        this.jobs = jobs;
        this.json = json;
        this.clock = clock;
    }

    /**
     * What is searched.
     *
     * @param by as {@link DuplicateStore#find} takes it
     */
    public record Input(String by, @Nullable GroupId group) {}

    /** Starts a search; the result is a {@link Found} as JSON. */
    public JobId start(AccountId account, Input input) {
        return jobs.start(account, NAME, json.writeValueAsString(input));
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "contacts:edit";
    }

    @Override
    public String titleKey() {
        return "contacts.job.duplicates";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        Found found = duplicates.find(context.account(), context.job(), input.by(), input.group(), clock.instant());
        return new Step.Done(json.writeValueAsString(found), found.people());
    }
}

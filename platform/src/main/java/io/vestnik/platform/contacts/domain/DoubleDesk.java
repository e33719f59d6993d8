package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.ContactCards.Card;
import io.vestnik.platform.contacts.Doubles;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** The contract, over the search and the cleaning that pages start. */
@Service
class DoubleDesk implements Doubles {
    private final DuplicateSearch searching;
    private final AlikePeople alike;
    private final Jobs jobs;
    private final Audit audit;
    private final JsonMapper json;

    DoubleDesk(DuplicateSearch searching, AlikePeople alike, Jobs jobs, Audit audit, JsonMapper json) {
        this.searching = searching;
        this.alike = alike;
        this.jobs = jobs;
        this.audit = audit;
        this.json = json;
    }

    @Override
    public List<String> by(AccountId account) {
        return Stream.concat(
                        Stream.of(DuplicateStore.FULL_NAME, ContactField.EMAIL.key()),
                        alike.own(account).map(NamedField::key))
                .toList();
    }

    @Override
    public JobId search(Who who, String by, @Nullable GroupId group) {
        JobId job = searching.start(who.account(), new DuplicateSearch.Input(by, group));
        audit.record(who, "contacts.duplicates-searched", "job " + job, Map.of("by", by));
        return job;
    }

    @Override
    public Optional<Slice<List<Card>>> sets(AccountId account, JobId search, long after, int limit) {
        return found(account, search)
                .map(job -> alike.sets(account, job.id(), after, limit)
                        .map(set -> set.stream().map(CardDesk::card).toList()));
    }

    @Override
    public Optional<JobId> clean(Who who, JobId search, Keep keep) {
        return found(who.account(), search)
                .filter(job -> job.state() == Job.State.DONE)
                .map(_ -> {
                    JobId job = jobs.start(
                            who.account(),
                            DuplicateCleaning.NAME,
                            json.writeValueAsString(new DuplicateCleaning.Input(search.value(), keep, who.name())));
                    audit.record(
                            who,
                            "contacts.duplicates-cleaned",
                            "job " + job,
                            Map.of("keep", keep.name().toLowerCase(Locale.ROOT), "search", search.value()));
                    return job;
                });
    }

    private Optional<Job> found(AccountId account, JobId search) {
        return jobs.find(account, search).filter(job -> job.kind().equals(DuplicateSearch.NAME));
    }
}

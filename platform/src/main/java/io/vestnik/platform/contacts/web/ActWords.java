package io.vestnik.platform.contacts.web;

import io.vestnik.platform.contacts.domain.ContactRemoval;
import io.vestnik.platform.contacts.domain.GroupMerge;
import io.vestnik.platform.contacts.domain.Regrouping;
import io.vestnik.platform.contacts.domain.Trash.Restored;
import io.vestnik.platform.contacts.domain.TrashJob;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.shell.Format;
import java.util.Optional;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** What long work on people who are contacts already did, in words. */
@Component
class ActWords {
    private final Format format;
    private final JsonMapper json;

    ActWords(Format format, JsonMapper json) {
        this.format = format;
        this.json = json;
    }

    /** What it did; none while it is under way. */
    Optional<String> done(Job job) {
        return Optional.ofNullable(job.result()).map(result -> switch (job.kind()) {
            case TrashJob.NAME -> said(json.readValue(result, TrashJob.Result.class));
            case Regrouping.NAME ->
                format.count(json.readValue(result, Regrouping.Regrouped.class).people(), "contacts.regroup.done");
            case GroupMerge.NAME ->
                format.count(json.readValue(result, GroupMerge.Merged.class).joined(), "contacts.merge.done");
            default ->
                format.count(
                        json.readValue(result, ContactRemoval.Removed.class).deleted(), "contacts.deleted");
        });
    }

    /** Where it is undone; none when it cannot be. */
    Optional<String> undo(Job job) {
        return Optional.ofNullable(job.result())
                .filter(_ -> job.kind().equals(ContactRemoval.NAME))
                .map(result -> json.readValue(result, ContactRemoval.Removed.class))
                .filter(removed -> removed.deleted() > 0)
                .map(removed -> "/contacts/trash/undo/" + removed.deletion());
    }

    private String said(TrashJob.Result result) {
        return result.purge()
                ? TrashWords.purged(format, result.purged())
                : TrashWords.restored(format, new Restored(result.restored(), result.merged()));
    }
}

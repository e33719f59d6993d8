package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.domain.TrashStore.Deletion;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.AccountId;
import java.util.Collection;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import tools.jackson.databind.json.JsonMapper;

/** Merges groups: the people of several come into one, and the others go to the trash as they were, one after another. */
@Service
public class GroupMerge implements JobKind {
    /** The name of its jobs. */
    public static final String NAME = "contacts.merge";

    private static final int CHUNK = 2_000;

    private final GroupStore groups;
    private final Trash bin;
    private final RegroupMemory memory;
    private final Jobs jobs;
    private final JsonMapper json;

    GroupMerge(GroupStore groups, Trash bin, RegroupMemory memory, Jobs jobs, JsonMapper json) {
        this.groups = groups;
        this.bin = bin;
        this.memory = memory;
        this.jobs = jobs;
        this.json = json;
    }

    private record Input(List<GroupId> sources, GroupId into, Deletion deletion) {}

    /** What is left between its steps: the source that is walked, the last phone, and how many came. */
    private record Place(int source, @Nullable String after, long joined) {}

    /** How many people came into the group who were not in it. */
    public record Merged(long joined) {}

    /**
     * Starts to merge; the result is a {@link Merged} as JSON.
     *
     * @param sources the groups that go; the one that stays may be among them
     * @param by the name of who does it
     */
    public JobId merge(AccountId account, Collection<GroupId> sources, GroupId into, String by) {
        Deletion deletion = bin.deletion(account, by);
        List<GroupId> others =
                sources.stream().distinct().filter(it -> !it.equals(into)).toList();
        return jobs.start(account, NAME, json.writeValueAsString(new Input(others, into, deletion)));
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
        return "contacts.job.merge";
    }

    @Override
    public Step step(Context context) {
        AccountId account = context.account();
        Input input = json.readValue(context.input(), Input.class);
        Place place = context.checkpoint() == null
                ? new Place(0, null, 0)
                : json.readValue(context.checkpoint(), Place.class);
        if (groups.find(account, input.into()).isEmpty()) {
            return new Step.Failed(memory.gone());
        }
        if (place.source() >= input.sources().size()) {
            return new Step.Done(json.writeValueAsString(new Merged(place.joined())), context.done());
        }
        GroupId source = input.sources().get(place.source());
        List<String> phones = groups.find(account, source).isEmpty()
                ? List.of()
                : groups.phones(account, source, place.after(), CHUNK);
        long joined =
                place.joined() + groups.join(account, input.into(), phones).size();
        Place next;
        if (phones.size() < CHUNK) {
            bin.delete(account, input.deletion(), source);
            next = new Place(place.source() + 1, null, joined);
        } else {
            next = new Place(place.source(), phones.getLast(), joined);
        }
        return new Step.More(json.writeValueAsString(next), context.done() + phones.size(), 0);
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.jobs.JobKind;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Removes the memberships of a group that was deleted for good, in steps: nobody sees them any more, and there may be a million. */
@Component
class GroupTidying implements JobKind {
    static final String NAME = "contacts.tidy-group";

    private static final int BATCH = 10_000;

    private final GroupStore groups;
    private final FieldStore fields;

    GroupTidying(GroupStore groups, FieldStore fields) {
        this.groups = groups;
        this.fields = fields;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public Step step(Context context) {
        GroupId group = new GroupId(Long.parseLong(context.input()));
        fields.ofGroup(context.account(), group, Map.of());
        int removed = groups.tidy(context.account(), group, BATCH);
        long done = context.done() + removed;
        return removed < BATCH ? new Step.Done("{}", done) : new Step.More("", done, 0);
    }
}

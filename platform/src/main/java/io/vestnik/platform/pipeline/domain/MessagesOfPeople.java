package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.pipeline.domain.FindingStore.Bounds;
import io.vestnik.platform.store.PersonalData;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Messages to people. What waits is cancelled with its money back; of what was sent the price, the state and the times stay, the
 * recipient and the text do not, nor who followed its links.
 */
@Component
class MessagesOfPeople implements PersonalData {
    private static final int CHUNK = 1_000;

    private final FindingStore finding;
    private final PeopleStore people;
    private final Endings endings;
    private final Links links;

    MessagesOfPeople(FindingStore finding, PeopleStore people, Endings endings, Links links) {
        this.finding = finding;
        this.people = people;
        this.endings = endings;
        this.links = links;
    }

    @Override
    public String place() {
        return "pipeline.messages";
    }

    /** What is queued must not leave while others erase. */
    @Override
    public int order() {
        return 20;
    }

    @Override
    public Step erase(AccountId account, People all, @Nullable String after) {
        List<String> phones = all.phones().stream().sorted().toList();
        int at = after == null ? 0 : Integer.parseInt(after);
        String phone = phones.get(at);
        // What is erased is found no more, so each step begins anew.
        List<Long> ids = finding.byPhone(Set.of(account), phone, new Bounds(0, Long.MAX_VALUE, CHUNK));
        long rows = 0;
        if (!ids.isEmpty()) {
            endings.end(people.waiting(account, ids), MessageState.CANCELLED, "cancelled");
            // First: once this is done no click can mark the messages any more.
            rows = links.forget(account, messages(ids));
            rows += people.erase(account, ids, phone);
        }
        if (ids.size() == CHUNK) {
            return new Step(Integer.toString(at), rows);
        }
        rows += people.eraseTraces(account, phone);
        return new Step(at + 1 < phones.size() ? Integer.toString(at + 1) : null, rows);
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        long below = after == null ? Long.MAX_VALUE : Long.parseLong(after);
        List<Long> ids = finding.byPhone(Set.of(account), phone, new Bounds(0, below, limit));
        List<Told> told = new ArrayList<>(people.tell(account, Set.copyOf(ids)));
        told.addAll(links.tell(account, messages(ids)));
        return new Slice<>(told, ids.size() < limit ? null : Long.toString(ids.getLast()));
    }

    private static List<MessageId> messages(List<Long> ids) {
        return ids.stream().map(MessageId::new).toList();
    }
}

package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.ClickMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Visit;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Timeline.Step;
import io.vestnik.platform.pipeline.domain.MarkStore.Marking;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Notes what recipients did with messages, each with a fact for whoever follows. */
@Component
public class Marks implements ClickMarks {
    private final MarkStore store;
    private final Facts facts;
    private final Links links;

    Marks(MarkStore store, Facts facts, Links links) {
        this.store = store;
        this.facts = facts;
        this.links = links;
    }

    @Override
    public void clicked(List<Clicked> clicks) {
        mark(clicks.stream()
                .map(click -> new Marking(click.account(), click.message(), MessageMark.CLICKED, click.at()))
                .toList());
    }

    /** Joins the transaction of the caller. */
    public void mark(List<Marking> marks) {
        if (store.mark(marks) > 0) {
            facts.written();
        }
    }

    Map<MessageId, Set<MessageMark>> of(AccountId account, Collection<MessageId> messages) {
        return store.of(account, messages).entrySet().stream()
                .collect(Collectors.toMap(
                        Map.Entry::getKey, entry -> Set.copyOf(entry.getValue().keySet())));
    }

    /** The steps of a message's life that its recipient took. */
    List<Step> steps(MessageView message) {
        List<Step> steps = new ArrayList<>();
        for (Visit visit : links.visits(message.account(), message.id())) {
            switch (visit.target()) {
                case Target.Page(String address) ->
                    steps.add(new Step.Followed(
                            visit.firstAt(), address, visit.clicks(), visit.lastAt(), visit.device()));
                case Target.Unsubscribe() -> {
                    // That they looked at the page says nothing; what they did there is a mark.
                }
            }
        }
        Map<MessageMark, Instant> marks =
                store.of(message.account(), List.of(message.id())).getOrDefault(message.id(), Map.of());
        marks.forEach((mark, at) -> {
            if (mark != MessageMark.CLICKED || steps.isEmpty()) {
                steps.add(new Step.Marked(at, mark));
            }
        });
        return steps;
    }
}

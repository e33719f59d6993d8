package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.CLIENT;
import static io.vestnik.platform.architecture.ForeignObjects.one;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.senders.SenderFixtures;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** What has to do with sender names and an id in the path of some route. */
final class ForeignSenders {
    private static final String PARTNER = "partner";

    private final ApplicationContext context;
    /** One count for all: several walks may share a database. */
    private static int made;

    ForeignSenders(ApplicationContext context) {
        this.context = context;
    }

    List<Kind> kinds() {
        return List.of(
                one("/api/v1/senders/{id}", CLIENT, this::sender),
                new Kind("/api/v1/senders/{id}/papers/{paper}", CLIENT, this::withPaper),
                one("/senders/{id}", CLIENT, this::sender),
                new Kind("/senders/{id}/papers/{paper}", CLIENT, this::withPaper),
                one("/senders/answers/{id}", PARTNER, who -> waiting().getFirst()),
                new Kind("/senders/answers/{id}/papers/{paper}", PARTNER, _ -> waiting()));
    }

    private Object sender(Who who) {
        return SenderFixtures.asked(who, name(), context).id();
    }

    private List<Long> withPaper(Who who) {
        return SenderFixtures.withPaper(who, name(), context);
    }

    /** The client's name, that waits for its partner. */
    private List<Long> waiting() {
        Who partner = SignIns.who(PARTNER, context);
        return SenderFixtures.answeredBy(
                partner, context, () -> SenderFixtures.withPaper(SignIns.who(CLIENT, context), name(), context));
    }

    private static String name() {
        return "WALK" + ++made;
    }
}

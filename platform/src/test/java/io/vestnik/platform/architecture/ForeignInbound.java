package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.one;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.channels.InboundMessages;
import io.vestnik.platform.channels.InboundPart;
import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.pipeline.Inbox;
import io.vestnik.platform.pipeline.InboxFilter;
import io.vestnik.platform.pipeline.inbound.domain.KeywordRule;
import io.vestnik.platform.pipeline.inbound.domain.Lending;
import io.vestnik.platform.pipeline.inbound.domain.NumberDesk;
import io.vestnik.platform.pipeline.inbound.domain.RuleDesk;
import io.vestnik.platform.pipeline.inbound.domain.Tells;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.function.Supplier;
import org.springframework.context.ApplicationContext;

/** What has to do with inbound messages and an id in the path of some route. */
final class ForeignInbound {
    private static final String CLIENT = "client";

    private final ApplicationContext context;
    private final Supplier<String> phone;
    /** One count for all: several walks may share a database. */
    private static int made;

    ForeignInbound(ApplicationContext context, Supplier<String> phone) {
        this.context = context;
        this.phone = phone;
    }

    List<Kind> kinds() {
        return List.of(
                one("/api/v1/inbound/{id}", CLIENT, this::message),
                one("/pipeline/inbound/keywords/{id}", CLIENT, this::rule),
                one("/api/v1/inbound/rules/{id}", CLIENT, this::rule),
                one("/pipeline/inbound/numbers/{id}", "operator", this::number));
    }

    private Object message(Who who) {
        String number = "7888" + ++made;
        context.getBean(NumberDesk.class)
                .keep(who, new Lending(0, number, null, "", who.account(), LocalDate.EPOCH, null, 0));
        context.getBean(InboundMessages.class)
                .take(List.of(new InboundPart(new RouteId(1), phone.get(), number, "Walk", null, Instant.EPOCH)))
                .join();
        return context.getBean(Inbox.class)
                .list(who.account(), InboxFilter.ALL, null, 1)
                .items()
                .getFirst()
                .id();
    }

    private Object rule(Who who) {
        RuleDesk desk = context.getBean(RuleDesk.class);
        desk.keep(who, new KeywordRule(0, who.account(), "", "WALK" + ++made, null, true, "", "", Tells.NOBODY, 0));
        return desk.list(who.account()).stream()
                .mapToLong(KeywordRule::id)
                .max()
                .orElseThrow();
    }

    private Object number(Who who) {
        NumberDesk desk = context.getBean(NumberDesk.class);
        desk.keep(who, new Lending(0, "7999" + ++made, null, "", null, LocalDate.EPOCH, null, 0));
        return desk.list(who.account(), "", null, 1).items().getFirst().id();
    }
}

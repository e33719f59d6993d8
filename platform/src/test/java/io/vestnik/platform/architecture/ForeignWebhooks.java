package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.CLIENT;
import static io.vestnik.platform.architecture.ForeignObjects.one;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.platform.webhooks.domain.ToldOnce;
import java.util.List;
import org.springframework.context.ApplicationContext;

/** Endpoints of callbacks, their secrets and what they were told. */
final class ForeignWebhooks {
    private final ApplicationContext context;
    private int made;

    ForeignWebhooks(ApplicationContext context) {
        this.context = context;
    }

    List<Kind> kinds() {
        return List.of(
                one("/api/v1/webhooks/{id}", CLIENT, this::webhook),
                new Kind("/api/v1/webhooks/{id}/secrets/{secret}", CLIENT, this::replacedSecret),
                one("/api/v1/webhooks/journal/{id}", CLIENT, this::callback),
                one("/webhooks/{id}", CLIENT, this::webhook),
                new Kind("/webhooks/{id}/secrets/{secret}", CLIENT, this::replacedSecret),
                one("/webhooks/journal/{id}", CLIENT, this::callback));
    }

    private Object webhook(Who who) {
        Webhooks webhooks = context.getBean(Webhooks.class);
        for (Endpoint one : webhooks.list(who.account())) {
            webhooks.delete(who, one.id()); // an account may have ten
        }
        Webhooks.Draft draft = new Webhooks.Draft("https://example.invalid/walk" + ++made, Hears.USUAL, 1);
        return ((Webhooks.Saved.Kept) webhooks.create(who, draft)).endpoint().id();
    }

    private List<?> replacedSecret(Who who) {
        long webhook = (Long) webhook(who);
        Webhooks webhooks = context.getBean(Webhooks.class);
        webhooks.rotate(who, webhook);
        Endpoint rotated = webhooks.find(who.account(), webhook).orElseThrow();
        return List.of(webhook, rotated.oldSecrets().getFirst().id());
    }

    private Object callback(Who who) {
        return context.getBean(ToldOnce.class).told(who.account(), (Long) webhook(who));
    }
}

package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code templates.php}: texts kept for the next time. */
@Component
class TemplatesScript implements Script {
    private static final Duration VALIDITY = Duration.ofDays(1);

    private final Templates templates;

    TemplatesScript(Templates templates) {
        this.templates = templates;
    }

    @Override
    public String name() {
        return "templates";
    }

    @Override
    public String right(Params params) {
        return "campaigns:edit";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (params.on("get")) {
            return new Answer.Many(templates.list(client.account(), null, "").stream()
                    .map(TemplatesScript::item)
                    .toList());
        }
        if (params.on("add")) {
            return add(client, params);
        }
        if (!params.on("chg") && !params.on("del")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<StoredTemplate> there = find(client.account(), params);
        if (there.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        if (params.on("del")) {
            return templates.delete(client.who(), there.get().id())
                    ? new Answer.Done()
                    : new Answer.Refused(Fault.NOT_FOUND);
        }
        return change(client, params, there.get());
    }

    private Optional<StoredTemplate> find(AccountId account, Params params) {
        return params.number("id").stream()
                .boxed()
                .flatMap(id -> templates.find(account, id).stream())
                .findFirst();
    }

    /** Only texts of plain messages are kept. */
    private static boolean isPlain(Params params) {
        return params.get("format").matches("(sms)?");
    }

    private Answer add(Client client, Params params) {
        if (!params.has("name") || !params.has("msg")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Draft draft =
                new Draft(params.get("name"), params.get("sender"), params.get("msg"), List.of(), List.of(), VALIDITY);
        return isPlain(params)
                ? answer(templates.keep(client.who(), null, 0, "", draft), true)
                : new Answer.Refused(Fault.FAILED);
    }

    private Answer change(Client client, Params params, StoredTemplate there) {
        Draft old = there.draft();
        Draft draft = new Draft(
                params.has("name") ? params.get("name") : old.name(),
                params.names("sender") ? params.get("sender") : old.sender(),
                params.has("msg") ? params.get("msg") : old.text(),
                old.audience(),
                old.timing(),
                old.manner(),
                old.trial());
        return isPlain(params)
                ? answer(templates.keep(client.who(), there.id(), there.version(), there.folder(), draft), false)
                : new Answer.Refused(Fault.FAILED);
    }

    private static Answer answer(Templates.Answer answer, boolean created) {
        return switch (answer) {
            case Templates.Answer.Kept(long id) -> created ? new Answer.One(Created.item(id)) : new Answer.Done();
            case Templates.Answer.Refused _, Templates.Answer.Stale _ -> new Answer.Refused(Fault.FAILED);
            case Templates.Answer.NotFound _ -> new Answer.Refused(Fault.NOT_FOUND);
        };
    }

    private static Item item(StoredTemplate template) {
        return Item.of(
                "id", template.id(),
                "format", "sms",
                "message", template.draft().text(),
                "name", template.draft().name(),
                "sender", template.draft().sender(),
                "flag", 0);
    }
}

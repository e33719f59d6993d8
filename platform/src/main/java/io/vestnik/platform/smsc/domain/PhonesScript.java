package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.Map;
import org.springframework.stereotype.Component;

/** {@code phones.php}: contacts, groups and the black list. */
@Component
class PhonesScript implements Script {
    private static final int A_MINUTE = 3;

    private final ContactCommands contacts;
    private final GroupCommands groups;
    private final BlackCommands black;
    private final Throttles throttles;

    PhonesScript(ContactCommands contacts, GroupCommands groups, BlackCommands black, Throttles throttles) {
        this.contacts = contacts;
        this.groups = groups;
        this.black = black;
        this.throttles = throttles;
    }

    /** Something that is done for whoever has the right to it. */
    record Command(String right, Work work) {}

    /** What a command does. */
    @FunctionalInterface
    interface Work {
        Answer of(Client client, Params params);
    }

    private Map<String, Command> commands() {
        return Map.ofEntries(
                Map.entry("get", new Command("contacts:view", contacts::get)),
                Map.entry("add", new Command("contacts:edit", contacts::add)),
                Map.entry("chg", new Command("contacts:edit", contacts::change)),
                Map.entry("del", new Command("contacts:edit", contacts::delete)),
                Map.entry("get_group", new Command("contacts:view", groups::get)),
                Map.entry("add_group", new Command("contacts:edit", groups::add)),
                Map.entry("chg_group", new Command("contacts:edit", groups::change)),
                Map.entry("del_group", new Command("contacts:edit", groups::delete)),
                Map.entry("move_group", new Command("contacts:edit", groups::move)),
                Map.entry("add_black", new Command("contacts:stops-edit", black::add)),
                Map.entry("del_black", new Command("contacts:stops-edit", black::delete)));
    }

    @Override
    public String name() {
        return "phones";
    }

    @Override
    public String right(Params params) {
        return "contacts:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        return commands().entrySet().stream()
                .filter(it ->
                        params.has(it.getKey()) && !params.get(it.getKey()).equals("0"))
                .findFirst()
                .map(it -> run(client, params, it.getValue()))
                .orElseGet(() -> new Answer.Refused(Fault.PARAMETERS));
    }

    private Answer run(Client client, Params params, Command command) {
        if (!client.who().may(command.right())) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        return throttles.pass(client.account(), name() + params.asked(), A_MINUTE)
                ? command.work().of(client, params)
                : new Answer.Refused(Fault.DUPLICATE);
    }
}

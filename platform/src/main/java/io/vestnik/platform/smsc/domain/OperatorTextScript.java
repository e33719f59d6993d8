package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.OperatorTexts;
import io.vestnik.platform.senders.OperatorTexts.Asked;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code op_templates.php}: texts that the account wishes registered with operators. */
@Component
class OperatorTextScript implements Script {
    private static final int A_MINUTE = 3;

    private final OperatorTexts texts;
    private final Throttles throttles;

    OperatorTextScript(OperatorTexts texts, Throttles throttles) {
        this.texts = texts;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "op_templates";
    }

    @Override
    public String right(Params params) {
        return "senders:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (!throttles.pass(client.account(), name() + params.asked(), A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        if (params.on("get")) {
            return list(client.account(), params);
        }
        if (!params.on("add")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        return client.who().may("senders:request") ? add(client, params) : new Answer.Refused(Fault.AUTHORISE);
    }

    private Answer list(AccountId account, Params params) {
        Set<String> places = places(params);
        List<Item> items = texts.list(account).stream()
                .filter(wish -> !params.has("sender") || wish.sender().equals(params.get("sender")))
                .filter(wish -> !params.has("msg") || wish.text().equals(params.get("msg")))
                .filter(wish -> places.isEmpty() || places.contains(wish.place()))
                .map(OperatorTextScript::item)
                .toList();
        return items.isEmpty() ? new Answer.Refused(Fault.NOT_FOUND) : new Answer.Many(items);
    }

    private Answer add(Client client, Params params) {
        return switch (texts.ask(client.who(), params.get("sender"), params.get("msg"), places(params))) {
            case Asked.Kept(List<Wish> wishes)
            when wishes.size() == 1 ->
                new Answer.One(Created.item(wishes.getFirst().id()));
            case Asked.Kept(List<Wish> wishes) ->
                new Answer.Many(wishes.stream().map(OperatorTextScript::item).toList());
            case Asked.Refused(String _, String code) ->
                new Answer.Refused(
                        switch (code) {
                            case "unknown" -> Fault.DENIED;
                            case "there", "many" -> Fault.FAILED;
                            default -> Fault.PARAMETERS;
                        });
        };
    }

    private static Set<String> places(Params params) {
        return OperatorTexts.PLACES.stream().filter(params::on).collect(Collectors.toSet());
    }

    private static Item item(Wish wish) {
        return Item.of(
                "name", wish.place(),
                "id", wish.id(),
                "status", status(wish.state()),
                "sender", wish.sender(),
                "msg", wish.text(),
                "comment", wish.answer());
    }

    /** In the numbers of papers: it is looked at, refused, admitted. */
    private static int status(String state) {
        return switch (state) {
            case "refused" -> 1;
            case "approved" -> 2;
            default -> 0;
        };
    }
}

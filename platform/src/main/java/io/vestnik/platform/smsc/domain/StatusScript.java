package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Ids;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** {@code status.php}: where messages stand; deletes one. */
@Component
class StatusScript implements Script {
    private static final int MOST = 1_000;
    private static final int A_MINUTE = 5;

    private final KnownMessages known;
    private final MessageRecords records;
    private final Throttles throttles;

    StatusScript(KnownMessages known, MessageRecords records, Throttles throttles) {
        this.known = known;
        this.records = records;
        this.throttles = throttles;
    }

    /** What is asked for, as it is written. */
    record Pair(String phone, String id) {}

    @Override
    public String name() {
        return "status";
    }

    @Override
    public String right(Params params) {
        return "messages:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        List<String> phones = list(params.get("phone"));
        List<String> ids = list(params.get("id"));
        int count = Math.max(phones.size(), ids.size());
        boolean matched = (phones.size() == count || phones.size() == 1) && (ids.size() == count || ids.size() == 1);
        if (!params.has("phone")
                || !params.has("id")
                || !matched
                || count > MOST
                || !params.get("all").matches("[012]?")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        if (!throttles.pass(client.account(), "status" + params.asked(), A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        List<Pair> pairs = new ArrayList<>(count);
        for (int i = 0; i < count; i++) {
            pairs.add(new Pair(phones.get(phones.size() == 1 ? 0 : i), ids.get(ids.size() == 1 ? 0 : i)));
        }
        if (params.on("del")) {
            if (!client.who().may("messages:send")) {
                return new Answer.Refused(Fault.AUTHORISE);
            }
            return known.forget(client, pairs) ? new Answer.Done() : new Answer.Refused(Fault.FAILED);
        }
        boolean several = count > 1
                || params.get("phone").endsWith(",")
                || params.get("id").endsWith(",");
        return answer(client.account(), params.get("all"), pairs, several);
    }

    private static List<String> list(String written) {
        return Arrays.stream(written.split(",", -1))
                .map(String::strip)
                .filter(it -> !it.isEmpty())
                .toList();
    }

    private Answer answer(AccountId account, String all, List<Pair> pairs, boolean several) {
        List<Optional<KnownMessages.Known>> found = known.find(account, pairs);
        if (!several) {
            return new Answer.One(item(found.getFirst(), all));
        }
        List<Item> items = new ArrayList<>(pairs.size());
        for (int i = 0; i < pairs.size(); i++) {
            Pair pair = pairs.get(i);
            items.add(named(item(found.get(i), all), pair, all));
        }
        return new Answer.Many(items);
    }

    private Item item(Optional<KnownMessages.Known> found, String all) {
        return found.map(it -> all.isEmpty() || all.equals("0")
                        ? records.brief(it.message(), it.marks())
                        : records.full(it.message(), it.marks(), it.comment(), all.equals("2")))
                .orElseGet(() -> Item.of("status", States.NOT_FOUND)
                        .text("Status = " + States.NOT_FOUND)
                        .values(States.NOT_FOUND, "", ""));
    }

    /** Which of several it is: in the short form with the phone as it was asked for. */
    private static Item named(Item item, Pair pair, String all) {
        Item named = item.with("id", Ids.number(pair.id())).with("phone", pair.phone());
        return all.isEmpty() || all.equals("0")
                ? named.more(", id = " + pair.id() + ", phone = " + pair.phone(), pair.id(), pair.phone())
                : named.more(", id = " + pair.id(), pair.id());
    }
}

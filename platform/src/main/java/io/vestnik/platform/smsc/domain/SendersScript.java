package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code senders.php}: the names that messages may come from. Papers, comments and codes by a message are not taken. */
@Component
class SendersScript implements Script {
    private static final int A_MINUTE = 3;
    private static final int PAGE = 1_000;
    private static final int MOST = 15_000;

    private final SenderNames names;
    private final Throttles throttles;

    SendersScript(SenderNames names, Throttles throttles) {
        this.names = names;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "senders";
    }

    @Override
    public String right() {
        return "senders:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (params.has("user")) {
            return new Answer.Refused(Fault.DENIED); // each account asks for its own
        }
        if (!throttles.pass(client.account(), name() + params.asked(), A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        if (params.on("get")) {
            return list(client.account(), params);
        }
        if (!client.who().may("senders:request")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        if (params.on("add")) {
            return params.has("sender") && !params.on("mail")
                    ? add(client, params)
                    : new Answer.Refused(Fault.PARAMETERS);
        }
        if (params.on("del")) {
            Optional<Sender> name = find(client.account(), params);
            return name.isPresent() && names.delete(client.who(), name.get().id())
                    ? new Answer.Done()
                    : new Answer.Refused(Fault.NOT_FOUND);
        }
        boolean off = params.on("chg") || params.on("send_code") || params.on("check_code");
        return new Answer.Refused(off ? Fault.FAILED : Fault.PARAMETERS);
    }

    private Answer add(Client client, Params params) {
        return switch (names.request(client.who(), params.get("sender"), Sender.Terms.NONE)) {
            case SenderNames.Answer.Kept(Sender sender) -> new Answer.One(Created.item(sender.id()));
            case SenderNames.Answer.There(Sender sender) -> new Answer.One(Created.item(sender.id()));
            case SenderNames.Answer.Refused _, SenderNames.Answer.Stale _, SenderNames.Answer.Gone _ ->
                new Answer.Refused(Fault.FAILED);
        };
    }

    private Answer list(AccountId account, Params params) {
        long count = params.has("cnt") ? params.number("cnt").orElse(0) : MOST;
        if (count < 1
                || count > MOST
                || (params.has("prev_id") && params.number("prev_id").isEmpty())) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        String cursor =
                params.has("prev_id") ? Long.toString(params.number("prev_id").getAsLong()) : null;
        List<Item> items = all(account, cursor).stream()
                .filter(name -> params.on("all") || name.state() == SenderState.APPROVED)
                .limit(count)
                .map(name -> Item.of("id", name.id(), "sender", name.name()))
                .toList();
        return new Answer.Many(items);
    }

    private Optional<Sender> find(AccountId account, Params params) {
        return params.has("id")
                ? params.number("id").stream()
                        .boxed()
                        .flatMap(id -> names.find(account, id).stream())
                        .findFirst()
                : all(account, null).stream()
                        .filter(name -> name.name().equals(params.get("sender")))
                        .findFirst();
    }

    /** An account has two hundred at most. */
    private List<Sender> all(AccountId account, @Nullable String from) {
        List<Sender> all = new ArrayList<>();
        String cursor = from;
        do {
            Slice<Sender> page = names.list(account, "", cursor, PAGE);
            all.addAll(page.items());
            cursor = page.next();
        } while (cursor != null);
        return all;
    }
}

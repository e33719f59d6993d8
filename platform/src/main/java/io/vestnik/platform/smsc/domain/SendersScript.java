package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.Registration;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Attachment;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.store.Transactions;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** {@code senders.php}: the names that messages may come from, the papers about them, and codes that confirm numbers. */
@Component
class SendersScript implements Script {
    private static final int A_MINUTE = 3;
    private static final String SERVE = "senders:serve";
    /** Names of other kinds and countries, which nobody registers here. */
    private static final List<String> OFF = List.of("mail", "ua_reg", "ua_int", "by_reg", "by_int");

    private final Names names;
    private final SenderRecords records;
    private final NumberCodes codes;
    private final SubClients clients;
    private final Throttles throttles;

    /** Names, what lies with them, and what keeps both or neither. */
    @Component("smscNames")
    record Names(SenderNames senders, SenderPapers papers, Transactions transactions) {}

    SendersScript(Names names, SenderRecords records, NumberCodes codes, SubClients clients, Throttles throttles) {
        this.names = names;
        this.records = records;
        this.codes = codes;
        this.clients = clients;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return "senders";
    }

    @Override
    public String right(Params params) {
        return "senders:view";
    }

    @Override
    public Answer run(Client client, Params params) {
        String files = params.files().stream().map(Attachment::sum).collect(Collectors.joining(","));
        if (!throttles.pass(client.account(), name() + params.asked() + files, A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        if (!params.has("user")) {
            return run(client, client.who(), params);
        }
        if (!client.who().may(SERVE)) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        return clients.find(client.account(), params.get("user"))
                .map(account -> run(client, actingFor(account, client.who()), params))
                .orElseGet(() -> new Answer.Refused(UsersScript.NO_SUCH));
    }

    /** Who serves an account does what it could do itself; the audit of the account tells who it was. */
    private static Who actingFor(Account account, Who who) {
        return new Who(account.id(), null, who.key(), who.name(), who.rights());
    }

    private Answer run(Client client, Who who, Params params) {
        if (params.on("get")) {
            return records.list(who.account(), params);
        }
        if (!who.may("senders:request")) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        if (params.files().size() > 1) {
            return new Answer.Refused(Fault.PARAMETERS); // a paper at a time: none is lost without a word
        }
        if (OFF.stream().anyMatch(params::on)) {
            return new Answer.Refused(Fault.FAILED);
        }
        if (params.on("add")) {
            return params.has("sender") ? add(who, params) : new Answer.Refused(Fault.PARAMETERS);
        }
        if (params.on("send_code")) {
            return codes.send(client, who, params);
        }
        if (params.on("check_code")) {
            return codes.check(who, params);
        }
        if (!params.on("chg") && !params.on("del")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<Sender> sender = records.find(who.account(), params);
        if (sender.isEmpty()) {
            return new Answer.Refused(Fault.NOT_FOUND);
        }
        return params.on("chg") ? change(who, sender.get(), params) : delete(who, sender.get());
    }

    /** A name that is there already is answered too; a new one is not asked for where its paper is refused. */
    private Answer add(Who who, Params params) {
        Sender.Terms terms = terms(Sender.Terms.NONE, params);
        return names.transactions()
                .call(() -> uploads(params).stream()
                                .anyMatch(paper -> names.papers()
                                        .refusal(who.account(), paper)
                                        .isPresent())
                        ? new Answer.Refused(Fault.FAILED)
                        : add(who, terms, params));
    }

    private Answer add(Who who, Sender.Terms terms, Params params) {
        return switch (names.senders().request(who, params.get("sender"), terms)) {
            case SenderNames.Answer.Kept(Sender sender) -> {
                if (!attach(who, sender, params)) {
                    throw new IllegalStateException("A new name takes a paper that has nothing against it");
                }
                yield new Answer.One(Created.item(sender.id()));
            }
            case SenderNames.Answer.There(Sender sender) ->
                attach(who, sender, params)
                        ? new Answer.One(Created.item(sender.id()))
                        : new Answer.Refused(Fault.FAILED);
            case SenderNames.Answer.Refused _, SenderNames.Answer.Stale _, SenderNames.Answer.Gone _ ->
                new Answer.Refused(Fault.FAILED);
        };
    }

    private Answer change(Who who, Sender sender, Params params) {
        Sender.Terms terms = terms(sender.terms(), params);
        if (terms.equals(sender.terms()) && params.files().isEmpty()) {
            return new Answer.Done();
        }
        return names.transactions()
                .attempt(
                        () -> attach(who, sender, params)
                                        && (terms.equals(sender.terms())
                                                || names.senders().change(who, sender.id(), 0, terms)
                                                        instanceof SenderNames.Answer.Kept)
                                ? new Answer.Done()
                                : new Answer.Refused(Fault.FAILED),
                        answer -> answer instanceof Answer.Done);
    }

    private Answer delete(Who who, Sender sender) {
        return names.senders().delete(who, sender.id()) ? new Answer.Done() : new Answer.Refused(Fault.NOT_FOUND);
    }

    /** Registrations are wished for by a switch each; where none is named, those before stay. */
    private static Sender.Terms terms(Sender.Terms before, Params params) {
        boolean named = Arrays.stream(Registration.values()).anyMatch(it -> params.names(it.code()));
        return new Sender.Terms(
                params.names("cmt") ? params.get("cmt").strip() : before.comment(),
                before.operators(),
                named
                        ? Arrays.stream(Registration.values())
                                .filter(it -> params.on(it.code()))
                                .toList()
                        : before.registrations());
    }

    /** False where there is a file and it was refused. */
    private boolean attach(Who who, Sender sender, Params params) {
        return uploads(params).stream()
                .allMatch(
                        paper -> names.papers().attach(who, sender.id(), paper) instanceof SenderPapers.Attached.Kept);
    }

    private static List<SenderPapers.Upload> uploads(Params params) {
        return params.files().stream()
                .map(file -> new SenderPapers.Upload(file.name(), params.get("doc_info"), file.bytes()))
                .toList();
    }
}

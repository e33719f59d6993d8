package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.Admission;
import io.vestnik.platform.accounts.Caller;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.store.Batcher;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletionException;
import java.util.function.BiConsumer;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.springframework.stereotype.Component;

/** Brings a request to the script that it asks for. */
@Component
public class Door {
    private static final String FOLDER = "/sys/";
    private static final String ENDING = ".php";
    /** Sends as {@code /sys/send.php} does; answered in JSON always. */
    private static final String REST = "/rest/send/";

    private final Map<String, Script> scripts;
    private final Entrance entrance;
    private final Throttles throttles;

    Door(List<Script> scripts, Entrance entrance, Throttles throttles) {
        this.scripts =
                scripts.stream().collect(Collectors.toMap(it -> FOLDER + it.name() + ENDING, Function.identity()));
        this.entrance = entrance;
        this.throttles = throttles;
    }

    /** Whether something answers under this path. */
    public boolean knows(String path) {
        return scripts.containsKey(path) || answersInJson(path);
    }

    public boolean answersInJson(String path) {
        return path.equals(REST);
    }

    /**
     * Answers a request that could be read.
     *
     * @param path one that it knows
     * @param address from where it came, as digits
     * @param known told who asks and what they may still send, once that is known
     */
    public Answer answer(String path, Params params, String address, BiConsumer<Caller, KeyUse> known) {
        return switch (entrance.admit(params, address)) {
            case Admission.Refused(Admission.Reason reason, Caller caller) -> {
                if (caller != null) {
                    known.accept(caller, KeyUse.FREE);
                }
                yield new Answer.Refused(
                        switch (reason) {
                            case UNKNOWN, ENDED, ADDRESS, OFF -> Fault.AUTHORISE;
                            case TRIES -> Fault.BLOCKED;
                        });
            }
            case Admission.Admitted(Who who, Caller caller, KeyUse use) -> {
                known.accept(caller, use);
                yield !use.awaitTurn()
                        ? new Answer.Refused(Fault.BUSY)
                        : answer(script(path), new Client(who, use), params);
            }
        };
    }

    private Script script(String path) {
        Script script = scripts.get(answersInJson(path) ? FOLDER + SendScript.NAME + ENDING : path);
        if (script == null) {
            throw new IllegalArgumentException("Nothing answers there");
        }
        return script;
    }

    private Answer answer(Script script, Client client, Params params) {
        if (!client.who().may(script.right(params))) {
            return new Answer.Refused(Fault.AUTHORISE);
        }
        if (!throttles.enter(client.account())) {
            return new Answer.Refused(Fault.BUSY);
        }
        try {
            return script.run(client, params);
        } catch (CompletionException e) {
            if (e.getCause() instanceof Batcher.Full) {
                return new Answer.Refused(Fault.BUSY);
            }
            throw e;
        } finally {
            throttles.leave(client.account());
        }
    }
}

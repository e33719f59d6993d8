package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import io.vestnik.platform.smsc.wire.Params;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** {@code send.php}: sends, or says what it would cost. */
@Component
class SendScript implements Script {
    static final String NAME = "send";

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._-]{1,40}");
    private static final int SENDINGS_A_MINUTE = 1;
    private static final int ESTIMATES_A_MINUTE = 5;

    private final Destinations destinations;
    private final Composing composing;
    private final Posting posting;
    private final SendAnswers answers;
    private final Throttles throttles;

    SendScript(
            Destinations destinations, Composing composing, Posting posting, SendAnswers answers, Throttles throttles) {
        this.destinations = destinations;
        this.composing = composing;
        this.posting = posting;
        this.answers = answers;
        this.throttles = throttles;
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "messages:send";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (Switched.off(params)) {
            return new Answer.Refused(Fault.DELIVERY);
        }
        String given = params.get("id").equals("0") ? "" : params.get("id");
        List<Entry> entries = EntryReading.read(params);
        if (entries.isEmpty()
                || !(given.isEmpty() || ID.matcher(given).matches())
                || !params.get("cost").matches("[0-3]?")) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        Optional<List<Target>> targets = destinations.targets(client.account(), entries);
        if (targets.isEmpty()) {
            return new Answer.Refused(Fault.PARAMETERS);
        }
        boolean estimate = params.on("cost");
        String asked = NAME + estimate + params.asked();
        if (!throttles.pass(client.account(), asked, estimate ? ESTIMATES_A_MINUTE : SENDINGS_A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        Answer answer = estimate
                ? estimated(client, params, targets.get())
                : sent(client, params, targets.get(), given.isEmpty() ? posting.newId(client.account()) : given);
        if (answer instanceof Answer.Refused) {
            throttles.forget(client.account(), asked);
        }
        return answer;
    }

    private Answer estimated(Client client, Params params, List<Target> targets) {
        List<Target> people = people(targets);
        Optional<List<NewMessage>> messages = composing.messages(client, params, people, "");
        if (people.isEmpty() || messages.isEmpty()) {
            return new Answer.Refused(people.isEmpty() ? Fault.NUMBER : Fault.TIME);
        }
        List<Outcome> outcomes = merged(targets, posting.judge(client.account(), people, messages.get()));
        return refusal(outcomes, null)
                .orElseGet(() -> answers.estimated(params, outcomes, composing.rehearses(client.account())));
    }

    private Answer sent(Client client, Params params, List<Target> targets, String id) {
        List<Target> people = people(targets);
        if (people.isEmpty()) {
            return new Answer.Refused(Fault.NUMBER, id);
        }
        Optional<List<NewMessage>> messages = composing.messages(client, params, people, id);
        if (messages.isEmpty()) {
            return new Answer.Refused(Fault.TIME);
        }
        Optional<KeyRefusal> limit = client.use().send(people.size(), false);
        if (limit.isPresent()) {
            return new Answer.Refused(
                    switch (limit.get()) {
                        case KeyRefusal.OutsideHours _ -> Fault.DELIVERY;
                        case KeyRefusal.LimitReached _ -> Fault.LIMIT;
                    },
                    id);
        }
        Optional<List<Outcome>> posted =
                posting.post(client.account(), people, messages.get(), id, params.on("tinyurl"));
        if (posted.isEmpty()) {
            return new Answer.Refused(Fault.DENIED, id);
        }
        List<Outcome> outcomes = merged(targets, posted.get());
        return refusal(outcomes, id)
                .orElseGet(() ->
                        answers.sent(client.account(), params, id, outcomes, composing.rehearses(client.account())));
    }

    private static List<Target> people(List<Target> targets) {
        return targets.stream().filter(Target::isNumber).toList();
    }

    /** What became of all of them: those that were no numbers stand where they were written. */
    private static List<Outcome> merged(List<Target> targets, List<Outcome> ofNumbers) {
        Iterator<Outcome> next = ofNumbers.iterator();
        List<Outcome> all = new ArrayList<>(targets.size());
        for (Target target : targets) {
            all.add(target.isNumber() ? next.next() : Outcome.refused(target, Refusal.BAD_NUMBER));
        }
        return all;
    }

    /** The refusal of the whole, where nobody gets anything: by the first who could have got something. */
    private static Optional<Answer> refusal(List<Outcome> outcomes, @Nullable String id) {
        if (outcomes.stream().anyMatch(Outcome::isTaken)) {
            return Optional.empty();
        }
        Refusal first = outcomes.stream()
                .filter(it -> it.target().isNumber())
                .findFirst()
                .map(Outcome::refusal)
                .orElse(Refusal.BAD_NUMBER);
        return Optional.of(new Answer.Refused(first.fault(), id));
    }
}

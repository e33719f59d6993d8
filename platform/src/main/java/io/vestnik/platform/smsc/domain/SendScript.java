package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.smsc.domain.Composing.Composed;
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
    public String right(Params params) {
        return "messages:send";
    }

    @Override
    public Answer run(Client client, Params params) {
        if (Switched.offSingly(params)) {
            return new Answer.Refused(Fault.DELIVERY);
        }
        String given = given(params);
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
        if (entries.stream().map(Entry::text).anyMatch(Switched::begins)) {
            return new Answer.Refused(Fault.DELIVERY);
        }
        boolean estimate = params.on("cost");
        String asked = NAME + estimate + params.asked();
        if (!throttles.pass(client.account(), asked, estimate ? ESTIMATES_A_MINUTE : SENDINGS_A_MINUTE)) {
            return new Answer.Refused(Fault.DUPLICATE);
        }
        Answer answer =
                estimate ? estimated(client, params, targets.get()) : sent(client, params, targets.get(), asked);
        if (answer instanceof Answer.Refused) {
            throttles.forget(client.account(), asked);
        }
        return answer;
    }

    /** The program's own id; empty where it is to be given one. */
    private static String given(Params params) {
        return params.get("id").equals("0") ? "" : params.get("id");
    }

    private Answer estimated(Client client, Params params, List<Target> targets) {
        List<Target> people = people(targets);
        if (people.isEmpty()) {
            return new Answer.Refused(Fault.NUMBER);
        }
        return switch (composing.compose(client, params, people, "")) {
            case Composed.Wrong(Fault fault) -> new Answer.Refused(fault);
            case Composed.Letters letters -> {
                List<Outcome> outcomes = merged(targets, posting.judge(client.account(), people, letters));
                yield refusal(outcomes, null)
                        .orElseGet(() -> answers.estimated(params, outcomes, composing.rehearses(client.account())));
            }
        };
    }

    /** What came of offering messages to the path. */
    private sealed interface Posted {
        record All(String id, List<Outcome> outcomes) implements Posted {}

        /** Another node has done it within the last minute. */
        record Before() implements Posted {}

        record Nothing(Answer.Refused why) implements Posted {}
    }

    private Answer sent(Client client, Params params, List<Target> targets, String asked) {
        Posted posted;
        try {
            posted = post(client, params, targets, asked);
        } catch (RuntimeException e) {
            throttles.broke(client.account(), asked, e);
            throw e;
        }
        return switch (posted) {
            case Posted.Nothing(Answer.Refused why) -> why;
            case Posted.Before _ -> new Answer.Refused(Fault.DUPLICATE);
            case Posted.All(String id, List<Outcome> outcomes) ->
                refusal(outcomes, id)
                        .orElseGet(() -> answers.sent(
                                client.account(), params, id, outcomes, composing.rehearses(client.account())));
        };
    }

    private Posted post(Client client, Params params, List<Target> targets, String asked) {
        AccountId account = client.account();
        String id = given(params).isEmpty() ? posting.newId(account) : given(params);
        List<Target> people = people(targets);
        if (people.isEmpty()) {
            return new Posted.Nothing(new Answer.Refused(Fault.NUMBER, id));
        }
        return switch (composing.compose(client, params, people, id)) {
            case Composed.Wrong(Fault fault) -> new Posted.Nothing(new Answer.Refused(fault));
            case Composed.Letters letters -> {
                Optional<Fault> limit = client.offer(people.size());
                yield limit.isPresent()
                        ? new Posted.Nothing(new Answer.Refused(limit.get(), id))
                        : posting.post(account, people, letters, new Posting.Asked(id, throttles.isOn() ? asked : ""))
                                .<Posted>map(it -> new Posted.All(id, merged(targets, it)))
                                .orElseGet(Posted.Before::new);
            }
        };
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

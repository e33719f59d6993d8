package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.Acceptance;
import io.vestnik.platform.pipeline.Feedback;
import io.vestnik.platform.pipeline.NewMessage;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.senders.CodeCourier;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.store.Batcher;
import io.vestnik.sms.Body;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletionException;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Codes that confirm numbers go as any message of their account does, but for their text, which is nobody's to read. */
@Component
class CodeMessages implements CodeCourier {
    private static final Duration VALID = Duration.ofMinutes(15);

    private final Pipeline pipeline;
    private final Senders senders;
    private final SendingRules rules;

    CodeMessages(Pipeline pipeline, Senders senders, SendingRules rules) {
        this.pipeline = pipeline;
        this.senders = senders;
        this.rules = rules;
    }

    @Override
    public Taken send(Who who, @Nullable String from, String to, String text) {
        Optional<String> sender = Optional.ofNullable(from).or(() -> usual(who.account()));
        if (sender.isEmpty()) {
            return new Taken.Refused("no_sender");
        }
        NewMessage message = new NewMessage(
                who.account(),
                who.user(),
                who.key() == null ? Way.CABINET : Way.API,
                TrafficType.CODE,
                sender.get(),
                to,
                Body.text(text),
                VALID,
                Feedback.SECRET,
                null);
        try {
            return switch (pipeline.accept(List.of(message)).join().getFirst()) {
                case Acceptance.Accepted _ -> new Taken.On();
                case Acceptance.Refused(Acceptance.Reason reason) -> new Taken.Refused(reason.code());
            };
        } catch (CompletionException e) {
            if (e.getCause() instanceof Batcher.Full) {
                return new Taken.Refused("busy");
            }
            throw e;
        }
    }

    private Optional<String> usual(AccountId account) {
        return Optional.ofNullable(rules.of(account).sender())
                .or(() -> senders.names(account).stream().findFirst());
    }
}

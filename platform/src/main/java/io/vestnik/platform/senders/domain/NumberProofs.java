package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.KeyRefusal;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.CodeCourier;
import io.vestnik.platform.senders.CodeCourier.Taken;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderCodes;
import io.vestnik.platform.senders.SenderState;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** Where numbers are confirmed: a code is kept as a digest that nobody can read back, and the message that brings it shows it to nobody else. */
@Service
class NumberProofs implements SenderCodes {
    private static final int CODES = 1_000_000;
    private static final Duration GOOD = Duration.ofMinutes(15);
    private static final ProofStore.Limits LIMITS = new ProofStore.Limits(Duration.ofMinutes(1), 20, 10);
    private static final int SIGNIFICANT = 10;

    private final SenderStore senders;
    private final ProofStore codes;
    private final Post post;
    private final Sealing sealing;
    private final Writing writing;
    private final SecureRandom random = new SecureRandom();

    /** In which words a code goes, and by whom. */
    @Component("senderCodePost")
    record Post(CodeCourier courier, MessageSource texts) {
        private Taken send(Who who, Wish wish, String number, String code) {
            String key = wish.site().isEmpty() ? "senders.code.text" : "senders.code.text.site";
            Object[] words = {code, number, wish.site()};
            return courier.send(who, wish.from(), number, texts.getMessage(key, words, wish.language()));
        }
    }

    NumberProofs(SenderStore senders, ProofStore codes, Post post, Sealing sealing, Writing writing) {
        this.senders = senders;
        this.codes = codes;
        this.post = post;
        this.sealing = sealing;
        this.writing = writing;
    }

    @Override
    public Sent send(Who who, long id, Wish wish, KeyUse use) {
        Optional<Sender> sender = senders.find(who.account(), id);
        if (sender.isEmpty()) {
            return new Sent.Gone();
        }
        if (sender.get().state() != SenderState.UNCONFIRMED) {
            return new Sent.NotWaiting(sender.get());
        }
        if (wish.site().length() > LONGEST_SITE) {
            return new Sent.Refused("site");
        }
        // The key first: what the number has a day belongs to all accounts, and one that may not send uses up nothing
        // of it.
        try (KeyUse.Reservation place = use.reserve(1, true)) {
            Optional<KeyRefusal> refusal = place.refusal();
            if (refusal.isPresent()) {
                return new Sent.OfKey(refusal.get());
            }
            Sent sent = counted(who, sender.get(), wish);
            if (sent instanceof Sent.On) {
                place.spend();
            }
            return sent;
        }
    }

    private Sent counted(Who who, Sender sender, Wish wish) {
        Instant now = writing.clock().instant();
        byte[] number = number(sender);
        return writing.transactions()
                .call(() -> codes.count(who.account(), number, now, LIMITS))
                .<Sent>map(later -> new Sent.TooMany(Duration.between(now, later)))
                .orElseGet(() -> send(who, sender, wish, now.plus(GOOD)));
    }

    private Sent send(Who who, Sender sender, Wish wish, Instant until) {
        String code = String.format(Locale.ROOT, "%06d", random.nextInt(CODES));
        // Kept before it goes: whoever has the message has a code that is known.
        writing.transactions().call(() -> {
            codes.keep(who.account(), sender.id(), digest(sender, code), until, TRIES);
            writing.aftermath().done(who, "code-sent", sender, Map.of());
            return true;
        });
        return switch (post.send(who, wish, sender.name(), code)) {
            case Taken.On() -> new Sent.On(until);
            case Taken.Refused(String reason) -> new Sent.Refused(reason);
        };
    }

    /** The same however its country is written before it: the code goes to the same person. */
    private byte[] number(Sender sender) {
        String digits = sender.name();
        return sealing.digest("senders.number", digits.substring(Math.max(0, digits.length() - SIGNIFICANT)));
    }

    @Override
    public Checked check(Who who, long id, String code) {
        return writing.transactions().call(() -> {
            Optional<Sender> sender = senders.find(who.account(), id);
            if (sender.isEmpty()) {
                return new Checked.Gone();
            }
            if (sender.get().state() != SenderState.UNCONFIRMED) {
                return new Checked.NotWaiting(sender.get());
            }
            Optional<ProofStore.Tried> tried =
                    codes.take(who.account(), id, writing.clock().instant());
            if (tried.isEmpty()) {
                return new Checked.Over();
            }
            return MessageDigest.isEqual(tried.get().digest(), digest(sender.get(), code))
                    ? confirm(who, id)
                    : new Checked.Wrong(tried.get().left());
        });
    }

    private Checked confirm(Who who, long id) {
        codes.forget(who.account(), id);
        senders.confirm(who.account(), id, writing.clock().instant());
        Sender sender = senders.find(who.account(), id).orElseThrow();
        writing.aftermath().done(who, "confirmed", sender, Map.of());
        if (sender.state() == SenderState.APPROVED) {
            writing.aftermath().answered(sender);
        }
        return new Checked.Confirmed(sender);
    }

    private byte[] digest(Sender sender, String code) {
        return sealing.digest("senders.code " + sender.id(), code);
    }
}

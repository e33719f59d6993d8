package io.vestnik.simulator;

import io.vestnik.smpp.BindAttempt;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageState;
import io.vestnik.smpp.Pdu;
import io.vestnik.smpp.QuerySm;
import io.vestnik.smpp.ServerListener;
import io.vestnik.smpp.SmppSession;
import io.vestnik.smpp.Submission;
import io.vestnik.smpp.SubmitSm;
import io.vestnik.smpp.Tlv;
import io.vestnik.smpp.Unanswered;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextSplitter;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;

/** The operator itself: takes submits, decides their fates, answers now or later, and sends receipts until they are taken. */
final class Operator implements ServerListener, AutoCloseable {
    private static final long AGAIN_MILLIS = 1_000;

    private final SimulatorSettings settings;
    private final Clock clock;
    private final Journal journal;
    private final Tally tally = new Tally();
    private final Handsets handsets;
    private final Register register = new Register();
    private final Fates fates;
    private final Timetable<Due> timetable;
    private final Map<String, Mailbox> mailboxes = new ConcurrentHashMap<>();
    private final AtomicInteger pending = new AtomicInteger();
    private final AtomicInteger inboundSequence = new AtomicInteger();
    private final AtomicLong lastId;
    private final TextSplitter splitter = new TextSplitter(RouteAlphabet.GSM, Concatenation.UDH_8);
    private volatile Behaviour behaviour;

    /** @param kept receipts that were promised before it was started, by system id */
    Operator(SimulatorSettings settings, Journal journal, Map<String, List<Letter.Receipt>> kept, Clock clock) {
        this.settings = settings;
        this.clock = clock;
        this.journal = journal;
        this.handsets = new Handsets(clock);
        this.fates = new Fates(settings.seed());
        this.behaviour = settings.behaviour();
        // So that ids do not repeat when it is started again.
        this.lastId = new AtomicLong(clock.millis() * 1_000);
        this.timetable = new Timetable<>(clock, this::due);
        timetable.add(clock.millis() + AGAIN_MILLIS, new Due.Chatter());
        kept.forEach((systemId, receipts) -> {
            Mailbox mailbox = mailbox(systemId);
            pending.addAndGet(receipts.size());
            receipts.forEach(receipt -> timetable.add(receipt.doneAt(), new Due.Delivery(mailbox, receipt)));
        });
    }

    /** What happens later. */
    private sealed interface Due {
        record Answer(SmppSession session, Pdu.Response response) implements Due {}

        record Delivery(Mailbox mailbox, Letter letter) implements Due {}

        /** People write again. */
        record Chatter() implements Due {}
    }

    Behaviour behaviour() {
        return behaviour;
    }

    void change(Behaviour other) {
        behaviour = other;
    }

    Counts counts(int sessions) {
        return tally.counts(pending.get(), sessions);
    }

    List<Program> programs() {
        return mailboxes.values().stream()
                .map(Mailbox::program)
                .sorted(Comparator.comparing(Program::systemId))
                .toList();
    }

    Handsets handsets() {
        return handsets;
    }

    // ---- binding

    @Override
    public void bind(BindAttempt attempt) {
        String systemId = attempt.request().systemId();
        if (!settings.users().isEmpty()) {
            String password = settings.users().get(systemId);
            if (password == null) {
                attempt.refuse(CommandStatus.ESME_RINVSYSID);
                return;
            }
            if (!isSame(password, attempt.request().password())) {
                attempt.refuse(CommandStatus.ESME_RINVPASWD);
                return;
            }
        }
        Mailbox mailbox = mailbox(systemId);
        SmppSession session = attempt.accept(new Desk(this, mailbox));
        if (session.mode().receives()) {
            mailbox.join(session);
        }
    }

    private static boolean isSame(String one, String other) {
        return MessageDigest.isEqual(one.getBytes(StandardCharsets.UTF_8), other.getBytes(StandardCharsets.UTF_8));
    }

    private Mailbox mailbox(String systemId) {
        return mailboxes.computeIfAbsent(
                systemId,
                name -> new Mailbox(
                        name,
                        letter -> new Submission(letter.pdu(behaviour.ids()), letter),
                        letter -> sent(name, letter)));
    }

    private void sent(String systemId, Letter letter) {
        if (letter instanceof Letter.Receipt receipt) {
            tally.receiptsSent.increment();
            journal.receiptSent(systemId, idOf(receipt), receipt.state().word());
        }
    }

    // ---- submits

    /** What one read of a session brings about: answers of now, and what is due later. */
    final class Turn {
        private final SmppSession session;
        private final Mailbox mailbox;
        private final long now = clock.millis();
        private final Behaviour rules = behaviour;
        private final List<Pdu.Response> answers = new ArrayList<>();
        private final List<Timetable.Entry<Due>> later = new ArrayList<>();

        Turn(SmppSession session, Mailbox mailbox) {
            this.session = session;
            this.mailbox = mailbox;
        }

        void asked(QuerySm query) {
            answers.add(register.answer(query, Wire.numberOf(query.messageId(), rules.ids()), now));
        }

        void refuse(Pdu.Request request, int status) {
            answers.add(request.refusal(status));
        }

        void submitted(SubmitSm submit) {
            Content content = Content.of(submit);
            Fate fate = fate(submit, content);
            if (!fate.isAccepted()) {
                tally.refused.increment();
                note("", fate.status(), submit, content);
                answer(submit.refusal(fate.status()), fate);
                return;
            }
            tally.accepted.increment();
            long id = lastId.incrementAndGet();
            String named = Wire.idInAnswer(id, rules.ids());
            note(named, fate.status(), submit, content);
            handsets.keep(submit, named, content, fate, now);
            register.keep(new Register.Entry(id, fate.state(), now + fate.receiptDelay(), fate.error()));
            if (fate.answered()) {
                answer(submit.accepted(named), fate);
            }
            var state = fate.state();
            if (state != null && Desk.wantsReceipt(submit, state)) {
                long due = now + fate.receiptDelay();
                Letter.Receipt receipt = receipt(id, submit, due, state, fate.error());
                pending.incrementAndGet();
                if (settings.durable()) {
                    journal.promised(mailbox.systemId(), named, receipt);
                }
                later.add(new Timetable.Entry<>(due, new Due.Delivery(mailbox, receipt)));
            }
        }

        private Letter.Receipt receipt(long id, SubmitSm submit, long due, MessageState state, int error) {
            OptionalInt reference = submit.tlvs().integer(Tlv.USER_MESSAGE_REFERENCE);
            return new Letter.Receipt(
                    id,
                    submit.source().digits(),
                    submit.destination().digits(),
                    now,
                    due,
                    state,
                    error,
                    reference.isPresent() ? (Integer) reference.getAsInt() : null);
        }

        private Fate fate(SubmitSm submit, Content content) {
            if (!Wire.isNumber(submit.destination().digits())) {
                return Fate.refused(CommandStatus.ESME_RINVDSTADR, 0);
            }
            int most = rules.refusals().throttle();
            if (most > 0 && !mailbox.allows(now, most)) {
                tally.throttled.increment();
                return Fate.refused(CommandStatus.ESME_RTHROTTLED, 0);
            }
            if (pending.get() >= settings.mostPending()) {
                return Fate.refused(CommandStatus.ESME_RMSGQFUL, 0);
            }
            return fates.of(submit, content, rules);
        }

        private void note(String id, int status, SubmitSm submit, Content content) {
            journal.submitted(
                    mailbox.systemId(),
                    id,
                    status,
                    submit.source().digits(),
                    submit.destination().digits(),
                    content);
        }

        private void answer(Pdu.Response response, Fate fate) {
            if (fate.answerDelay() == 0) {
                answers.add(response);
            } else {
                later.add(new Timetable.Entry<>(now + fate.answerDelay(), new Due.Answer(session, response)));
            }
        }

        /** Writes the answers of now, then lets the rest wait: no receipt leaves before its answer unless it shall. */
        void end() {
            if (settings.durable()) {
                journal.flush();
            }
            if (!answers.isEmpty()) {
                session.respond(answers);
            }
            timetable.addAll(later);
        }
    }

    // ---- what is due

    private void due(List<Due> items) {
        Map<SmppSession, List<Pdu.Response>> answers = new HashMap<>();
        Map<Mailbox, List<Letter>> letters = new HashMap<>();
        for (Due item : items) {
            switch (item) {
                case Due.Answer(SmppSession session, Pdu.Response response) ->
                    answers.computeIfAbsent(session, _ -> new ArrayList<>()).add(response);
                case Due.Delivery(Mailbox mailbox, Letter letter) ->
                    letters.computeIfAbsent(mailbox, _ -> new ArrayList<>()).add(letter);
                case Due.Chatter() -> chatter();
            }
        }
        answers.forEach(SmppSession::respond);
        letters.forEach(Mailbox::add);
    }

    private void chatter() {
        double rate = behaviour.inbound();
        long next = rate > 0 ? Math.max(1, Math.round(1_000 / rate)) : AGAIN_MILLIS;
        timetable.add(clock.millis() + next, new Due.Chatter());
        if (rate > 0) {
            int number = inboundSequence.incrementAndGet();
            Handsets.Correspondent one = handsets.anyone(Chance.draw(settings.seed(), number));
            if (one != null) {
                mailboxes.keySet().stream()
                        .sorted()
                        .findFirst()
                        .ifPresent(systemId -> inject(systemId, one.person(), one.sender(), "Ответ " + number));
            }
        }
    }

    /** A person writes: it goes to a program of this system id, now or at its next bind. */
    void inject(String systemId, String from, String to, String text) {
        List<Letter> letters = new ArrayList<>();
        splitter.split(text, inboundSequence.incrementAndGet())
                .forEach(part -> letters.add(new Letter.Inbound(from, to, part)));
        pending.addAndGet(letters.size());
        mailbox(systemId).add(letters);
    }

    // ---- what a session tells of letters

    void answered(Mailbox mailbox, Letter letter, int status) {
        boolean ok = status == CommandStatus.ESME_ROK;
        switch (letter) {
            case Letter.Receipt receipt -> {
                (ok ? tally.receiptsTaken : tally.receiptsRefused).increment();
                journal.receiptAnswered(mailbox.systemId(), idOf(receipt), Integer.toString(status));
            }
            case Letter.Inbound _ -> (ok ? tally.inboundTaken : tally.inboundRefused).increment();
        }
        if (Desk.isTemporary(status)) {
            timetable.add(clock.millis() + AGAIN_MILLIS, new Due.Delivery(mailbox, letter));
        } else {
            pending.decrementAndGet();
        }
    }

    /** No answer came; the letters will go again. */
    List<Letter> unanswered(Mailbox mailbox, List<Unanswered> unanswered) {
        List<Letter> letters = new ArrayList<>(unanswered.size());
        for (Unanswered one : unanswered) {
            Letter letter = Desk.letter(one.submission());
            letters.add(letter);
            if (letter instanceof Letter.Receipt receipt && one.fate() != Unanswered.Fate.NEVER_SENT) {
                journal.receiptAnswered(mailbox.systemId(), idOf(receipt), "lost");
            }
        }
        return letters;
    }

    private String idOf(Letter.Receipt receipt) {
        return Wire.idInAnswer(receipt.id(), behaviour.ids());
    }

    @Override
    public void close() {
        timetable.close();
    }
}

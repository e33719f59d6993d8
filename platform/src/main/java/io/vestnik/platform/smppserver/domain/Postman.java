package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.store.Leases;
import io.vestnik.platform.store.Pool;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Delivers the letters of the programs that are bound to this node. One thread does it in rounds: hears what came of the letters
 * in flight, takes out those that were confirmed, reads the next ones of all programs that have room, sends; each round a
 * statement of each kind, however many letters and programs there are.
 */
@Component
class Postman {
    private static final Logger log = LoggerFactory.getLogger(Postman.class);
    private static final long LOOK_MILLIS = 500;
    private static final long RENEW_NANOS = TimeUnit.SECONDS.toNanos(2);
    /** Who did not say for so long that it lives may be thought dead by others. */
    private static final long SILENT_NANOS = TimeUnit.SECONDS.toNanos(4);

    private static final int PAGE = 500;

    private final Mailbox mailbox;
    private final Programs programs;
    private final ReceiptWriting writing;
    private final ServerFigures figures;
    private final String holder;

    private final ConcurrentLinkedQueue<Event> events = new ConcurrentLinkedQueue<>();
    private final Semaphore bell = new Semaphore(0);
    private final Map<Long, Outbox> held = new HashMap<>();
    private final List<Mailbox.Addressed> confirmed = new ArrayList<>();
    private volatile boolean running;
    private volatile boolean changed;
    private volatile Thread thread = Thread.currentThread();
    private long renewed;
    private long renewNext;
    private long lookNext;
    private boolean away;

    Postman(Mailbox mailbox, Programs programs, ReceiptWriting writing, ServerFigures figures, Leases leases) {
        this.mailbox = mailbox;
        this.programs = programs;
        this.writing = writing;
        this.figures = figures;
        this.holder = leases.holder();
    }

    /** What the postman must hear of. */
    private sealed interface Event {
        /** Letters were added for these. */
        record Mail(Set<Long> systems) implements Event {}

        /** Of letters in flight. */
        record Back(List<Outbox.Sent> letters, Fate fate) implements Event {}
    }

    /** What came of letters in flight. */
    enum Fate {
        /** The program has them. */
        CONFIRMED,
        /** The program cannot take them now. */
        LATER,
        /** The connection ended before the program said anything. */
        LOST
    }

    /** Letters were added for these system ids. */
    void mail(Set<Long> systems) {
        tell(new Event.Mail(systems));
    }

    /** This became of letters in flight. */
    void back(List<Outbox.Sent> letters, Fate fate) {
        if (!letters.isEmpty()) {
            tell(new Event.Back(letters, fate));
        }
    }

    /** Answers to submits were written: receipts that waited for them may leave. */
    void answersWritten(Program program) {
        if (program.isWaiting()) {
            ring();
        }
    }

    /** Programs came or went. */
    void programsChanged() {
        changed = true;
        ring();
    }

    private void ring() {
        if (bell.availablePermits() == 0) {
            bell.release();
        }
    }

    private void tell(Event event) {
        events.add(event);
        ring();
    }

    void start() {
        running = true;
        thread = Thread.ofPlatform().name("smpp-receipts").start(() -> Pool.BACKGROUND.run(this::work));
    }

    /** Once the connections have ended. */
    void stop() {
        running = false;
        ring();
        try {
            thread.join(TimeUnit.SECONDS.toMillis(5));
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void work() {
        while (running) {
            try {
                if (bell.tryAcquire(LOOK_MILLIS, TimeUnit.MILLISECONDS)) {
                    bell.drainPermits();
                }
                round(System.nanoTime());
                if (away) {
                    away = false;
                    log.info("Receipts to programs are delivered again");
                }
            } catch (InterruptedException e) {
                return;
            } catch (RuntimeException e) {
                if (!away) {
                    away = true;
                    log.warn("Receipts to programs wait: {}", e.toString());
                }
                pause();
            }
        }
        leave();
    }

    private static void pause() {
        try {
            TimeUnit.MILLISECONDS.sleep(LOOK_MILLIS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    private void leave() {
        try {
            hear(System.nanoTime());
            removeConfirmed();
            mailbox.leave(holder);
        } catch (RuntimeException e) {
            log.warn("Receipts that were confirmed last may be offered again: {}", e.toString());
        }
    }

    private void round(long now) {
        hear(now);
        removeConfirmed();
        hold(now);
        if (now - renewed > SILENT_NANOS) {
            return;
        }
        if (now - lookNext >= 0) {
            // Letters that other nodes added.
            lookNext = now + TimeUnit.MILLISECONDS.toNanos(LOOK_MILLIS);
            held.values().forEach(Outbox::mail);
        }
        boolean more = read();
        held.values().forEach(outbox -> outbox.send(now));
        if (more) {
            ring();
        }
    }

    private void hear(long now) {
        for (Event event = events.poll(); event != null; event = events.poll()) {
            switch (event) {
                case Event.Mail(Set<Long> systems) ->
                    systems.forEach(system -> {
                        Outbox outbox = held.get(system);
                        if (outbox != null) {
                            outbox.mail();
                        }
                    });
                case Event.Back(List<Outbox.Sent> letters, Fate fate) -> back(letters, fate, now);
            }
        }
    }

    private void back(List<Outbox.Sent> letters, Fate fate, long now) {
        if (fate == Fate.CONFIRMED) {
            figures.confirmed(letters.size());
        } else {
            figures.again(letters.size());
        }
        for (Outbox.Sent sent : fate == Fate.CONFIRMED ? letters : letters.reversed()) {
            long system = sent.from().program().system().id();
            boolean current = held.get(system) == sent.from();
            if (fate == Fate.CONFIRMED) {
                confirmed.add(new Mailbox.Addressed(system, sent.letter()));
            }
            if (current) {
                switch (fate) {
                    case CONFIRMED -> sent.from().confirmed(sent.letter());
                    case LATER -> {
                        sent.from().returned(sent.letter());
                        sent.from().rest(now);
                    }
                    case LOST -> sent.from().returned(sent.letter());
                }
            }
        }
    }

    private void removeConfirmed() {
        if (!confirmed.isEmpty()) {
            mailbox.remove(confirmed);
            confirmed.clear();
        }
    }

    /** Keeps the deliveries of the programs that are here, takes those of new ones, gives back those of who has gone. */
    private void hold(long now) {
        if (renewed == 0 || now - renewNext >= 0) {
            if (renewed != 0 && now - renewed > SILENT_NANOS) {
                // Others may have taken over meanwhile.
                held.clear();
            }
            mailbox.alive(holder);
            renewed = now;
            renewNext = now + RENEW_NANOS;
            changed = true;
        }
        if (changed) {
            changed = false;
            share();
        }
    }

    private void share() {
        Map<Long, Program> wanted = new HashMap<>();
        Set<Long> gone = new HashSet<>(held.keySet());
        for (Program program : programs.all()) {
            if (!program.receivers().isEmpty()) {
                gone.remove(program.system().id());
                if (!held.containsKey(program.system().id())) {
                    wanted.put(program.system().id(), program);
                }
            }
        }
        if (!gone.isEmpty()) {
            gone.forEach(held::remove);
            mailbox.release(holder, gone);
        }
        if (!wanted.isEmpty()) {
            for (long system : mailbox.claim(holder, wanted.keySet())) {
                Program program = wanted.get(system);
                if (program != null) {
                    held.put(system, new Outbox(program, writing));
                }
            }
        }
    }

    private boolean read() {
        Map<Long, Long> after = new HashMap<>();
        held.forEach((system, outbox) -> {
            if (outbox.hungry(PAGE)) {
                after.put(system, outbox.known());
            }
        });
        if (after.isEmpty()) {
            return false;
        }
        Map<Long, List<Letter>> pages = new HashMap<>();
        for (Mailbox.Addressed addressed : mailbox.next(after, PAGE)) {
            pages.computeIfAbsent(addressed.system(), _ -> new ArrayList<>()).add(addressed.letter());
        }
        boolean more = false;
        for (long system : after.keySet()) {
            List<Letter> page = pages.getOrDefault(system, List.of());
            Outbox outbox = held.get(system);
            if (outbox != null) {
                outbox.fill(page, page.size() < PAGE);
                more |= outbox.hungry(PAGE);
            }
        }
        return more;
    }

    /** The programs whose receipts this node delivers; for tests and figures. */
    Collection<Long> holding() {
        return Set.copyOf(held.keySet());
    }
}

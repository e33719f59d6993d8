package io.vestnik.platform.smppserver.domain;

import io.vestnik.platform.accounts.AddressRange;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.shell.Announcement;
import io.vestnik.platform.store.Pool;
import io.vestnik.platform.store.Timetable;
import io.vestnik.smpp.ServerSettings;
import io.vestnik.smpp.SmppServer;
import io.vestnik.smpp.SmppSession;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.stream.Collectors;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Opens the door when the path of messages is ready, and closes it first. */
@Component
@EnableConfigurationProperties(SmppServerSettings.class)
class SmppDoor implements SmartLifecycle, Announcement, Presence {
    private static final Logger log = LoggerFactory.getLogger(SmppDoor.class);
    /** After the path has started; stopped before it. */
    private static final int PHASE = 3_000;

    private static final Duration DRAIN = Duration.ofSeconds(5);

    private final SmppServerSettings settings;
    private final Doorkeeper doorkeeper;
    private final Postman postman;
    private final Rounds rounds;
    private final GatheringRounds gathering;
    private @Nullable SmppServer server;
    private @Nullable SmppServer secure;
    private @Nullable Timetable watch;

    SmppDoor(
            SmppServerSettings settings,
            Doorkeeper doorkeeper,
            Postman postman,
            Rounds rounds,
            GatheringRounds gathering) {
        this.gathering = gathering;
        this.settings = settings;
        this.doorkeeper = doorkeeper;
        this.postman = postman;
        this.rounds = rounds;
    }

    @Override
    public synchronized void start() {
        if (!settings.enabled() || server != null) {
            return;
        }
        rounds.systems().open(0);
        server = listen(settings.port(), null);
        if (settings.tlsPort() != null) {
            secure = listen(settings.tlsPort(), tls());
        }
        postman.start();
        watch = new Timetable("smpp-rounds", log)
                .every(Duration.ofSeconds(1), "Renewing the terms of programs", rounds::changed)
                .every(Duration.ofSeconds(1), "Telling what is watched", rounds.taps()::tell)
                .every(Duration.ofSeconds(10), "Giving up parts that wait", () -> gathering.go(settings.partsWithin()))
                .every(
                        Duration.ofMinutes(10),
                        "Emptying old mailboxes",
                        () -> rounds.expire(settings.mailbox(), settings.mailboxLetters()));
    }

    private @Nullable SSLContext tls() {
        if (settings.tlsKeystore() == null) {
            throw new IllegalStateException("vestnik.smpp.tls-port needs vestnik.smpp.tls-keystore");
        }
        return TlsKeys.read(settings.tlsKeystore(), settings.tlsPassword() == null ? "" : settings.tlsPassword());
    }

    private SmppServer listen(int port, @Nullable SSLContext tls) {
        List<AddressRange> proxies = settings.trusted();
        ServerSettings where = ServerSettings.onLoopback(port)
                .withAddress(settings.host())
                .withThreads(settings.threads())
                .withMaxConnections(settings.connections())
                .withMaxUnbound(settings.unbound())
                .withBindTimeout(settings.bindTimeout())
                .withProxies(from -> proxies.stream().anyMatch(range -> range.contains(from)));
        try {
            return SmppServer.start(tls == null ? where : where.withTls(tls), doorkeeper);
        } catch (IOException e) {
            throw new IllegalStateException(
                    "The SMPP server cannot listen on " + settings.host().getHostAddress() + ":" + port
                            + "; vestnik.smpp.port names another port, vestnik.smpp.enabled=false does without it",
                    e);
        }
    }

    /** Where it listens; empty while it does not. */
    synchronized Optional<InetSocketAddress> address() {
        return Optional.ofNullable(server).map(SmppServer::address);
    }

    /** Where it listens for connections under TLS; empty while it does not. */
    synchronized Optional<InetSocketAddress> secureAddress() {
        return Optional.ofNullable(secure).map(SmppServer::address);
    }

    @Override
    public OptionalInt port() {
        return address().stream().mapToInt(InetSocketAddress::getPort).findFirst();
    }

    @Override
    public Map<Long, Integer> binds(AccountId account) {
        return rounds.programs().all().stream()
                .map(program -> Map.entry(program.system(), program.sessions().size()))
                .filter(entry -> entry.getKey().account().equals(account))
                .collect(Collectors.toMap(entry -> entry.getKey().id(), Map.Entry::getValue));
    }

    @Override
    public synchronized Optional<String> line() {
        return address()
                .map(address -> "SMPP for programs: " + address.getAddress().getHostAddress() + ":" + address.getPort()
                        + (secure == null
                                ? ""
                                : ", under TLS: " + secure.address().getPort()));
    }

    @Override
    public void stop() {
        SmppServer stopping;
        SmppServer securely;
        synchronized (this) {
            stopping = server;
            securely = secure;
            server = null;
            secure = null;
            if (watch != null) {
                watch.close();
                watch = null;
            }
        }
        if (stopping != null) {
            int bound = stopping.sessions().size();
            stopping.stop(DRAIN);
            if (securely != null) {
                securely.stop(DRAIN);
            }
            postman.stop();
            log.debug("{} binds were ended", bound);
        }
    }

    @Override
    public synchronized boolean isRunning() {
        return server != null;
    }

    @Override
    public int getPhase() {
        return PHASE;
    }

    /** What is looked after from time to time. */
    @Component
    record Rounds(Systems systems, Programs programs, Taps taps, Mailbox mailbox, Clock clock) {
        private static final int AT_ONCE = 5_000;

        /** Programs learn of changed terms; those of system ids that do not work any more are unbound. */
        void changed() {
            for (Program program : programs.all()) {
                Optional<SmppSystem> latest = systems.open(program.system().id());
                if (latest.isPresent()) {
                    program.renew(latest.get());
                } else {
                    program.sessions().forEach(SmppDoor::end);
                }
            }
        }

        /** Letters that nobody came for are thrown away, and the oldest ones of a mailbox that holds too many. */
        void expire(Duration after, int most) {
            Pool.BACKGROUND.run(() -> {
                int expired = AT_ONCE;
                while (expired == AT_ONCE) {
                    expired = mailbox.expire(clock.instant().minus(after));
                }
                mailbox.full(most).forEach(this::drop);
            });
        }

        private void drop(long system, long upTo) {
            int gone = 0;
            int dropped = AT_ONCE;
            while (dropped == AT_ONCE) {
                dropped = mailbox.drop(system, upTo);
                gone += dropped;
            }
            log.warn("{} receipts of system id {} were thrown away: too many wait for it", gone, system);
        }
    }

    private static void end(SmppSession session) {
        session.unbind(DRAIN);
    }
}

package io.vestnik.platform.webhooks.domain;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.store.OutboundHttp;
import io.vestnik.platform.store.Transactions;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointForm;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Hears.States;
import io.vestnik.platform.webhooks.Webhooks;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The endpoints of accounts: made, changed, switched, given new secrets. */
@Service
public class EndpointDesk implements Webhooks {
    /** For how long the secret before signs beside the new one. */
    public static final Duration ROTATION = Duration.ofDays(1);

    private static final int LONGEST_URL = 500;
    private static final Money MOST_BALANCE = Money.of("1000000000");

    private final EndpointRows rows;
    private final Targets targets;
    private final Sealing sealing;
    private final Resending resending;
    private final Deeds deeds;

    /** How a change is made: in one transaction with its record. */
    @Component("webhookDeeds")
    record Deeds(Transactions transactions, Audit audit, Clock clock) {}

    EndpointDesk(EndpointRows rows, Targets targets, Sealing sealing, Resending resending, Deeds deeds) {
        this.rows = rows;
        this.targets = targets;
        this.sealing = sealing;
        this.resending = resending;
        this.deeds = deeds;
    }

    @Override
    public List<Endpoint> list(AccountId account) {
        return rows.list(account, deeds.clock().instant());
    }

    @Override
    public Optional<Endpoint> find(AccountId account, long id) {
        return rows.find(account, id, deeds.clock().instant());
    }

    @Override
    public Saved create(Who who, Draft draft) {
        Saved.Refused fault = fault(draft, true);
        if (fault != null) {
            return fault;
        }
        return deeds.transactions().call(() -> {
            if (rows.countAndHold(who.account()) >= MOST_ENDPOINTS) {
                return new Saved.Refused("url", "too_many");
            }
            String secret = sealing.seal(Targets.PURPOSE, Secret.fresh().text());
            long id = rows.add(
                    who.account(), draft, secret, who.name(), deeds.clock().instant());
            record(who, "webhook.created", id, Map.of("host", host(draft), "batch", draft.batch()));
            return new Saved.Kept(find(who.account(), id).orElseThrow());
        });
    }

    @Override
    public Saved change(Who who, long id, int version, Draft wanted) {
        Optional<Endpoint> before = find(who.account(), id);
        if (before.isEmpty()) {
            return new Saved.NotFound();
        }
        boolean ownUrl = before.get().url() != null;
        // Each message may bring another address: their events never go together.
        Draft draft = ownUrl ? wanted : new Draft("", wanted.form(), ofMessages(wanted.hears()), 1, 0);
        Saved.Refused fault = fault(draft, ownUrl);
        if (fault != null) {
            return fault;
        }
        return deeds.transactions().call(() -> {
            if (!rows.change(who.account(), id, version, draft)) {
                return find(who.account(), id).<Saved>map(Saved.Stale::new).orElseGet(Saved.NotFound::new);
            }
            record(who, "webhook.changed", id, Map.of("host", ownUrl ? host(draft) : "", "batch", draft.batch()));
            return new Saved.Kept(find(who.account(), id).orElseThrow());
        });
    }

    /** An address that a message brings is told of that message alone. */
    private static Hears ofMessages(Hears wanted) {
        States states = wanted.states() == States.NONE ? States.FINAL : wanted.states();
        return new Hears(states, wanted.marks(), false, false, null);
    }

    @Override
    public boolean delete(Who who, long id) {
        return deeds.transactions().call(() -> {
            boolean done = rows.delete(who.account(), id);
            if (done) {
                record(who, "webhook.deleted", id, Map.of());
            }
            return done;
        });
    }

    @Override
    public boolean switchTo(Who who, long id, boolean on) {
        return deeds.transactions().call(() -> {
            EndpointState state = on ? EndpointState.ON : EndpointState.OFF;
            boolean done = rows.state(who.account(), id, state, deeds.clock().instant());
            if (done) {
                record(who, on ? "webhook.on" : "webhook.off", id, Map.of());
            }
            return done;
        });
    }

    @Override
    public Rotated rotate(Who who, long id) {
        return deeds.transactions().call(() -> {
            String secret = sealing.seal(Targets.PURPOSE, Secret.fresh().text());
            Instant now = deeds.clock().instant();
            Rotated rotated = rows.rotate(who.account(), id, secret, now, now.plus(ROTATION));
            if (rotated == Rotated.DONE) {
                record(who, "webhook.rotated", id, Map.of());
            }
            return rotated;
        });
    }

    @Override
    public boolean endSecret(Who who, long id, long secret) {
        return deeds.transactions().call(() -> {
            boolean done = rows.endSecret(who.account(), id, secret);
            if (done) {
                record(who, "webhook.secret.ended", id, Map.of("secret", secret));
            }
            return done;
        });
    }

    @Override
    public int resend(Who who, long id, Again again) {
        return find(who.account(), id).isEmpty() ? 0 : resending.many(who, id, again);
    }

    @Override
    public Optional<String> secret(AccountId account, long id) {
        targets.refresh();
        return targets.find(id)
                .filter(target -> target.account().equals(account))
                .map(target -> target.newest().text());
    }

    @Override
    public long forMessages(AccountId account) {
        return targets.forMessages(account).orElseThrow().id();
    }

    private void record(Who who, String what, long id, Map<String, ?> details) {
        deeds.audit().record(who, what, "webhook " + id, details);
        targets.refresh();
    }

    private static Saved.@Nullable Refused fault(Draft draft, boolean ownUrl) {
        if (ownUrl && (draft.url().length() > LONGEST_URL || !OutboundHttp.isWebAddress(draft.url()))) {
            return new Saved.Refused("url", "bad_url");
        }
        if (draft.batch() < 1 || draft.batch() > MOST_BATCH) {
            return new Saved.Refused("batch", "out_of_range");
        }
        if (draft.waitMillis() < 0 || draft.waitMillis() > MOST_WAIT_MILLIS) {
            return new Saved.Refused("wait_ms", "bad_wait");
        }
        if (draft.waitMillis() > 0 && draft.batch() == 1) {
            return new Saved.Refused("wait_ms", "alone");
        }
        Hears hears = draft.hears();
        Money below = hears.balanceBelow();
        if (below != null && (below.isNegative() || below.compareTo(MOST_BALANCE) > 0)) {
            return new Saved.Refused("balance_below", "bad_amount");
        }
        if (draft.form() == EndpointForm.SMSC) {
            if (draft.batch() > 1) {
                return new Saved.Refused("batch", "one_only");
            }
            return hears.senders() || below != null ? new Saved.Refused("form", "not_in_form") : null;
        }
        return null;
    }

    private static String host(Draft draft) {
        String host = URI.create(draft.url()).getHost();
        return host == null ? "" : host;
    }
}

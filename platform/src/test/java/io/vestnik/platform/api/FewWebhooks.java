package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what begins with https, and keeps it; only the first may have another secret. */
final class FewWebhooks implements Webhooks {
    private final List<Endpoint> kept = new ArrayList<>();

    @Override
    public List<Endpoint> list(AccountId account) {
        return List.copyOf(kept);
    }

    @Override
    public Optional<Endpoint> find(AccountId account, long id) {
        return kept.stream().filter(it -> it.id() == id).findFirst();
    }

    @Override
    public Saved create(Who who, Draft draft) {
        if (!draft.url().startsWith("https://")) {
            return new Saved.Refused("url", "bad_url");
        }
        Endpoint endpoint = endpoint(kept.size() + 1L, draft, 1);
        kept.add(endpoint);
        return new Saved.Kept(endpoint);
    }

    private static Endpoint endpoint(long id, Draft draft, int version) {
        return new Endpoint(
                id,
                draft.url(),
                draft.form(),
                draft.hears(),
                draft.batch(),
                draft.waitMillis(),
                EndpointState.ON,
                FakeDoors.NOW,
                "shop",
                List.of(),
                null,
                null,
                null,
                version);
    }

    @Override
    public Saved change(Who who, long id, int version, Draft draft) {
        Optional<Endpoint> there = find(who.account(), id);
        if (there.isEmpty()) {
            return new Saved.NotFound();
        }
        if (there.get().version() != version) {
            return new Saved.Stale(there.get());
        }
        Endpoint changed = endpoint(id, draft, version + 1);
        kept.set(kept.indexOf(there.get()), changed);
        return new Saved.Kept(changed);
    }

    @Override
    public long forMessages(AccountId account) {
        return 1;
    }

    @Override
    public boolean switchTo(Who who, long id, boolean on) {
        return find(who.account(), id).isPresent();
    }

    @Override
    public Rotated rotate(Who who, long id) {
        return find(who.account(), id).isEmpty() ? Rotated.NOT_FOUND : id > 1 ? Rotated.TOO_MANY : Rotated.DONE;
    }

    @Override
    public boolean endSecret(Who who, long id, long secret) {
        return secret == id;
    }

    @Override
    public int resend(Who who, long id, Again again) {
        return again.all() ? 2 : 1;
    }

    @Override
    public boolean delete(Who who, long id) {
        return kept.removeIf(it -> it.id() == id);
    }

    @Override
    public Optional<String> secret(AccountId account, long id) {
        return Optional.of("whsec_dGVzdA==");
    }
}

package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.webhooks.Endpoint;
import io.vestnik.platform.webhooks.EndpointState;
import io.vestnik.platform.webhooks.Webhooks;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Takes what begins with https, and keeps it. */
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
        Endpoint endpoint = new Endpoint(
                kept.size() + 1L,
                draft.url(),
                draft.every(),
                draft.marks(),
                draft.batch(),
                EndpointState.ON,
                FakeDoors.NOW,
                "shop",
                null,
                null,
                null,
                null,
                1);
        kept.add(endpoint);
        return new Saved.Kept(endpoint);
    }

    @Override
    public Saved change(Who who, long id, int version, Draft draft) {
        return new Saved.NotFound();
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

package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.StoredTemplate;
import io.vestnik.platform.campaigns.Templates;
import io.vestnik.platform.kernel.AccountId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Templates of the shop, each at its first version. */
final class FewTemplates implements Templates {
    final List<StoredTemplate> kept = new ArrayList<>();

    @Override
    public List<StoredTemplate> list(AccountId account, @Nullable String folder, String search) {
        return kept.stream()
                .filter(it -> folder == null || it.folder().equals(folder))
                .toList();
    }

    @Override
    public Optional<StoredTemplate> find(AccountId account, long id) {
        return kept.stream().filter(it -> it.id() == id).findFirst();
    }

    @Override
    public Answer keep(Who who, @Nullable Long id, int version, String folder, Draft draft) {
        if (draft.text().isEmpty()) {
            return new Answer.Refused(
                    List.of(new Fault("text", "empty", ""), new Fault("template", "too_many", "1000")));
        }
        if (id != null && version != 1) {
            return new Answer.Stale(find(who.account(), id).orElseThrow());
        }
        kept.add(new StoredTemplate(kept.size() + 1L, 1, folder, draft, FakeDoors.NOW));
        return new Answer.Kept(kept.size());
    }

    @Override
    public boolean delete(Who who, long id) {
        return kept.removeIf(it -> it.id() == id);
    }

    @Override
    public boolean restore(Who who, long id) {
        return false;
    }
}

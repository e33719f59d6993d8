package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** Writes the place of a link and of its recipient as the code. */
final class FakeLinks implements Links {
    static final String PREFIX = "http://v.example/l/";

    private static final Pattern ADDRESS = Pattern.compile("https?://\\S+");

    final Map<CampaignId, Integer> given = new HashMap<>();

    @Override
    public Marked mark(AccountId account, String text, boolean shorten) {
        List<Target> targets = new ArrayList<>();
        if (!shorten) {
            return new Marked(text, targets, List.of());
        }
        String marked = ADDRESS.matcher(text).replaceAll(found -> {
            targets.add(new Target.Page(found.group()));
            return PREFIX + LinkMarks.mark(targets.size() - 1);
        });
        List<Fault> faults = text.contains("bit.ly") ? List.of(new Fault("forbidden_link", "bit.ly")) : List.of();
        return new Marked(marked, targets, faults);
    }

    @Override
    public Issued issue(
            AccountId account, CampaignId campaign, List<Target> targets, long recipients, List<MessageId> messages) {
        int first = given.getOrDefault(campaign, 0);
        given.put(campaign, first + messages.size());
        return (target, message) -> "%d%07d".formatted(target, first + message);
    }

    @Override
    public List<Followed> followed(AccountId account, CampaignId campaign) {
        return List.of();
    }

    @Override
    public Optional<Owned> owned(AccountId account, String code) {
        return Optional.empty();
    }

    @Override
    public List<Visit> visits(AccountId account, MessageId message) {
        return List.of();
    }

    @Override
    public List<Told> tell(AccountId account, Collection<MessageId> messages) {
        return List.of();
    }

    @Override
    public long forget(AccountId account, Collection<MessageId> messages) {
        return 0;
    }
}

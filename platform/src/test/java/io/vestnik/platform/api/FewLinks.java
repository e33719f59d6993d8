package io.vestnik.platform.api;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.MessageLinks;
import io.vestnik.platform.links.Target;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/** Shortens {@code https://shop.example} by itself; nothing may lead to {@code https://casino.example}. */
final class FewLinks implements Links, MessageLinks {
    private static final String PAGE = "https://shop.example";
    private static final String FORBIDDEN = "casino.example";

    /** How many messages got links. */
    final AtomicInteger written = new AtomicInteger();

    /** Messages whose links were taken back. */
    final List<MessageId> takenBack = new CopyOnWriteArrayList<>();

    @Override
    public Marked mark(AccountId account, String text, boolean shorten) {
        if (text.contains(FORBIDDEN)) {
            return new Marked(text, List.of(), List.of(new Fault("forbidden_link", FORBIDDEN)));
        }
        return text.contains(PAGE)
                ? new Marked(
                        text.replace(PAGE, "https://go.example" + LinkMarks.PATH + LinkMarks.mark(0)),
                        List.of(new Target.Page(PAGE)),
                        List.of())
                : new Marked(text, List.of(), List.of());
    }

    @Override
    public List<String> write(AccountId account, List<Letter> letters) {
        written.addAndGet(letters.size());
        return letters.stream()
                .map(letter -> LinkMarks.fill(
                        letter.text().text(), 1, _ -> "code" + letter.message().value()))
                .toList();
    }

    @Override
    public void takeBack(AccountId account, Collection<MessageId> messages) {
        takenBack.addAll(messages);
    }

    @Override
    public Issued issue(
            AccountId account, CampaignId campaign, List<Target> targets, long recipients, List<MessageId> messages) {
        throw new AssertionError("no door of these tests asks for this");
    }

    @Override
    public List<Followed> followed(AccountId account, CampaignId campaign) {
        throw new AssertionError("no door of these tests asks for this");
    }

    @Override
    public Optional<Owned> owned(AccountId account, String code) {
        throw new AssertionError("no door of these tests asks for this");
    }

    @Override
    public List<Visit> visits(AccountId account, MessageId message) {
        throw new AssertionError("no door of these tests asks for this");
    }

    @Override
    public List<Told> tell(AccountId account, Collection<MessageId> messages) {
        throw new AssertionError("no door of these tests asks for this");
    }

    @Override
    public long forget(AccountId account, Collection<MessageId> messages) {
        throw new AssertionError("no door of these tests asks for this");
    }
}

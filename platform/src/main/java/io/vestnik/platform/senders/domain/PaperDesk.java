package io.vestnik.platform.senders.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.Paper;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Verdict;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.springframework.stereotype.Service;

/** Where papers about names are kept: their bytes lie in files of the account. */
@Service
public class PaperDesk implements SenderPapers {
    /** As long as anybody may need them: they go with their name. */
    private static final Duration KEPT = Duration.ofDays(36_500);

    private final PaperStore store;
    private final SenderStore senders;
    private final Files files;
    private final Writing writing;

    PaperDesk(PaperStore store, SenderStore senders, Files files, Writing writing) {
        this.store = store;
        this.senders = senders;
        this.files = files;
        this.writing = writing;
    }

    /** A paper's file, and where its content lies. */
    public record Content(StoredFile file, Path path) {}

    @Override
    public Map<Long, List<Paper>> of(AccountId account) {
        return store.list(account).stream().collect(Collectors.groupingBy(Paper::sender));
    }

    private Optional<Paper> find(AccountId account, long sender, long paper) {
        return of(account, sender).stream().filter(it -> it.id() == paper).findFirst();
    }

    /** Nothing where it is not there, or where it was erased with what was known of a person. */
    public Optional<Content> content(AccountId account, long sender, long paper) {
        return find(account, sender, paper)
                .flatMap(it -> files.find(account, it.file()))
                .flatMap(file -> files.path(account, file.id()).map(path -> new Content(file, path)));
    }

    @Override
    public Attached attach(Who who, long sender, Upload upload) {
        if (senders.find(who.account(), sender).isEmpty()) {
            return new Attached.Gone();
        }
        return wrong(upload)
                .<Attached>map(refused -> refused)
                .orElseGet(() -> writing.transactions().call(() -> keep(who, sender, upload)));
    }

    @Override
    public Optional<Attached.Refused> refusal(AccountId account, Upload upload) {
        Optional<Attached.Refused> wrong = wrong(upload);
        return wrong.isPresent() || store.countAndHold(account) < MOST
                ? wrong
                : Optional.of(new Attached.Refused("many"));
    }

    private static Optional<Attached.Refused> wrong(Upload upload) {
        byte[] content = upload.content();
        if (content.length == 0) {
            return Optional.of(new Attached.Refused("empty"));
        }
        if (content.length > MOST_BYTES) {
            return Optional.of(new Attached.Refused("large"));
        }
        if (upload.about().length() > LONGEST_ABOUT) {
            return Optional.of(new Attached.Refused("about"));
        }
        return PaperKind.of(upload.name(), content).isEmpty()
                ? Optional.of(new Attached.Refused("kind"))
                : Optional.empty();
    }

    private Attached keep(Who who, long sender, Upload upload) {
        AccountId account = who.account();
        PaperKind kind = PaperKind.of(upload.name(), upload.content()).orElseThrow();
        int ofAccount = store.countAndHold(account);
        Optional<Sender> before = senders.hold(account, sender);
        if (before.isEmpty()) {
            return new Attached.Gone();
        }
        if (ofAccount >= MOST || store.count(account, sender) >= MOST_OF_A_NAME) {
            return new Attached.Refused("many");
        }
        StoredFile file = save(account, upload, kind);
        Instant now = writing.clock().instant();
        Paper paper = new Paper(
                0,
                sender,
                file.id(),
                file.name(),
                kind.code(),
                file.size(),
                upload.about(),
                Verdict.ON_CHECK,
                "",
                "",
                null,
                now);
        long id = store.add(account, paper);
        if (before.get().state() == SenderState.REFUSED) {
            senders.reopen(account, sender, who.name(), now);
        }
        Sender about = senders.find(account, sender).orElseThrow();
        writing.aftermath()
                .done(who, "paper-attached", about, Map.of("paper", id, "kind", kind.code(), "size", file.size()));
        return new Attached.Kept(find(account, sender, id).orElseThrow());
    }

    private StoredFile save(AccountId account, Upload upload, PaperKind kind) {
        try {
            return files.save(
                    account,
                    new Files.Upload(upload.name(), kind.type(), KEPT),
                    (OutputStream out) -> out.write(upload.content()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public boolean remove(Who who, long sender, long paper) {
        return writing.transactions().call(() -> {
            Optional<Paper> there = find(who.account(), sender, paper);
            there.ifPresent(it -> {
                store.delete(who.account(), paper);
                files.delete(who.account(), it.file());
                Sender about = senders.find(who.account(), sender).orElseThrow();
                writing.aftermath().done(who, "paper-removed", about, Map.of("paper", paper));
            });
            return there.isPresent();
        });
    }

    /** The verdict of whoever answers for the name; false when there is no such paper. */
    boolean judge(Who who, Sender sender, long paper, Verdict verdict, String words) {
        return writing.transactions().call(() -> {
            Optional<Paper> judged = find(sender.account(), sender.id(), paper);
            if (judged.isEmpty()) {
                return false;
            }
            PaperStore.Judgement judgement = new PaperStore.Judgement(verdict, words, who.name());
            store.judge(sender.account(), paper, judgement, writing.clock().instant());
            writing.aftermath()
                    .done(
                            who,
                            "paper-judged",
                            sender,
                            Map.of("paper", paper, "verdict", verdict.code(), "words", words));
            if (verdict == Verdict.REFUSED) {
                writing.aftermath().refused(sender, judged.get().name(), words);
            }
            return true;
        });
    }

    /** The contents of all papers about a name that goes, and is held by whoever deletes it; their rows go with its own. */
    void empty(AccountId account, long sender) {
        of(account, sender).forEach(paper -> files.delete(account, paper.file()));
    }
}

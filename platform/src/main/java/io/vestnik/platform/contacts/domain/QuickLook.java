package io.vestnik.platform.contacts.domain;

import io.vestnik.phone.Findings;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.PlainText;
import io.vestnik.tabular.UnreadableTableException;
import java.io.IOException;
import java.io.Reader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Looks through a stored text for phones before they are added. */
@Component
public class QuickLook {
    /** How many phones, and how many remnants, are shown. */
    public static final int SHOWN = 100;

    private static final int AROUND = 20;
    private static final int LONGEST = 40;

    private final Files files;
    private final LoadRules rules;

    QuickLook(Files files, LoadRules rules) {
        this.files = files;
        this.rules = rules;
    }

    /** What there is to see. */
    public sealed interface Sight {
        /**
         * A text.
         *
         * @param phones how many different phones it has
         * @param repeated how many places name one that was named before
         * @param notUnderstood how many places look like a phone and are none
         * @param taken the first phones
         * @param left the first places that are none
         */
        record Text(StoredFile file, long phones, long repeated, long notUnderstood, List<Taken> taken, List<Left> left)
                implements Sight {}

        /** It is no text. */
        record Binary() implements Sight {}

        /** There is no such file any more, or not of this account. */
        record Gone() implements Sight {}
    }

    /** A phone as it was written, and its digits. */
    public record Taken(String written, String phone) {}

    /** What looks like a phone, what stands around it, and the code of the reason why it is none. */
    public record Left(String before, String written, String after, String reason) {}

    public Sight look(AccountId account, FileId id) throws IOException {
        StoredFile file = files.find(account, id).orElse(null);
        Path path = files.path(account, id).orElse(null);
        if (file == null || path == null) {
            return new Sight.Gone();
        }
        Optional<Reader> text = PlainText.open(path);
        if (text.isEmpty()) {
            return new Sight.Binary();
        }
        try (TextPhones phones = new TextPhones(text.get(), rules.home(account))) {
            return look(file, phones);
        } catch (UnreadableTableException e) {
            return new Sight.Binary();
        }
    }

    private static Sight look(StoredFile file, TextPhones phones) throws IOException {
        PhoneSet seen = new PhoneSet();
        List<Taken> taken = new ArrayList<>();
        List<Left> left = new ArrayList<>();
        long unique = 0;
        long repeated = 0;
        long notUnderstood = 0;
        for (Optional<TextPhones.Found> next = phones.next(); next.isPresent(); next = phones.next()) {
            String piece = next.get().piece();
            Findings findings = next.get().findings();
            for (Findings.Found found : findings.found()) {
                if (!seen.add(found.number().digits())) {
                    repeated++;
                } else if (++unique <= SHOWN) {
                    taken.add(new Taken(
                            cut(piece.substring(found.start(), found.end())),
                            found.number().digits()));
                }
            }
            for (Findings.Leftover leftover : findings.leftovers()) {
                if (++notUnderstood <= SHOWN) {
                    left.add(left(piece, leftover));
                }
            }
        }
        return new Sight.Text(file, unique, repeated, notUnderstood, List.copyOf(taken), List.copyOf(left));
    }

    private static Left left(String piece, Findings.Leftover leftover) {
        return new Left(
                CellReader.text(piece.substring(Math.max(0, leftover.start() - AROUND), leftover.start())),
                cut(piece.substring(leftover.start(), leftover.end())),
                CellReader.text(piece.substring(leftover.end(), Math.min(piece.length(), leftover.end() + AROUND))),
                RowReader.code(leftover.reason()));
    }

    private static String cut(String written) {
        String text = CellReader.text(written);
        return text.length() <= LONGEST ? text : text.substring(0, LONGEST) + "…";
    }
}

package io.vestnik.platform.links.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Fault;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.links.Target;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Finds what becomes a link in a text. */
@Component
class TextMarker {
    /** The placeholder of the unsubscribe page by its names; what a backslash goes before is no placeholder. */
    static final List<String> NAMES = List.of("Отписка", "Unsubscribe");

    private static final Pattern FOUND = Pattern.compile("(?iu)(?<!\\\\)[\\[{]\\s*(?:" + String.join("|", NAMES)
            + ")\\s*(?:\\|[^\\[\\]{}\\n\\r]{0,40})?[\\]}]" + "|https?://[^\\s<>\"'\\[\\]{}«»]+");
    /** What ends a sentence, not an address. */
    private static final Pattern TAIL = Pattern.compile("[.,;:!?…)]+$");

    private final Domains domains;

    TextMarker(Domains domains) {
        this.domains = domains;
    }

    Marked mark(AccountId account, String text, boolean shorten) {
        String plain = LinkMarks.unmarked(text);
        Matcher found = FOUND.matcher(plain);
        return found.find() ? mark(account, plain, shorten, found) : new Marked(plain, List.of(), List.of());
    }

    private Marked mark(AccountId account, String text, boolean shorten, Matcher found) {
        Marking marking = new Marking(account, domains.prefix(account));
        StringBuilder marked = new StringBuilder(text.length());
        int from = 0;
        do {
            String what = found.group();
            if (!what.startsWith("h") && !what.startsWith("H")) {
                marked.append(text, from, found.start()).append(marking.of(new Target.Unsubscribe()));
                from = found.end();
            } else if (shorten && !touchesPlaceholder(text, found)) {
                String address = withoutTail(what);
                Optional<String> link = page(address, marking);
                if (link.isPresent()) {
                    marked.append(text, from, found.start()).append(link.get());
                    from = found.start() + address.length();
                }
            }
        } while (found.find());
        return new Marked(marked.append(text, from, text.length()).toString(), marking.targets, marking.faults);
    }

    /** What is put in there belongs to the address, which then is not the same for all. */
    private static boolean touchesPlaceholder(String text, Matcher found) {
        return found.end() < text.length() && (text.charAt(found.end()) == '[' || text.charAt(found.end()) == '{');
    }

    /** A bracket that was opened within the address belongs to it. */
    private static String withoutTail(String address) {
        String cut = TAIL.matcher(address).replaceFirst("");
        boolean closes = address.startsWith(")", cut.length()) && cut.lastIndexOf('(') > cut.lastIndexOf(')');
        return closes ? cut + ")" : cut;
    }

    private Optional<String> page(String written, Marking marking) {
        Optional<TargetAddress> address = TargetAddress.read(written);
        if (address.isEmpty()) {
            marking.faults.add(new Fault("bad_link", written));
            return Optional.empty();
        }
        if (domains.forbids(marking.account, address.get().host())) {
            // Its place stays: which address has which does not depend on what is forbidden today.
            marking.faults.add(new Fault("forbidden_link", address.get().host()));
        }
        return Optional.of(marking.of(new Target.Page(address.get().text())));
    }

    /** What was found so far; the same address twice is one link. */
    private static final class Marking {
        private final AccountId account;
        private final String prefix;
        private final List<Target> targets = new ArrayList<>();
        private final List<Fault> faults = new ArrayList<>();

        Marking(AccountId account, String prefix) {
            this.account = account;
            this.prefix = prefix;
        }

        String of(Target target) {
            int place = targets.indexOf(target);
            if (place < 0) {
                place = targets.size();
                if (place == Links.MOST) {
                    faults.add(new Fault("too_many_links", Integer.toString(Links.MOST)));
                    return "";
                }
                targets.add(target);
            }
            return prefix + LinkMarks.mark(place);
        }
    }
}

package io.vestnik.platform.contacts.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.contacts.Stop;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.Stops.Listing;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Tab;
import jakarta.servlet.http.HttpServletResponse;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.ui.Model;
import org.springframework.util.MultiValueMap;

/** What pages of the stop-list say, and how they are asked. */
class StopWords {
    private static final List<Field> FIELDS = List.of(
            Field.text("phone", "contacts.phone"),
            Field.text("value", "contacts.stops.value"),
            Field.text("reason", "contacts.stops.reason").orNone(),
            Field.text("by", "contacts.stops.by").orNone(),
            Field.moment("added", "contacts.stops.added"));

    private final Accounts accounts;
    private final Format format;

    StopWords(Accounts accounts, Format format) {
        this.accounts = accounts;
        this.format = format;
    }

    /** A scope as it is typed, or what is wrong with it. */
    record Typed(@Nullable StopScope scope, String kind, String value, String reason, FieldErrors errors) {}

    Format format() {
        return format;
    }

    static List<Field> fields() {
        return FIELDS;
    }

    Listing listing(ListQuery query) {
        return new Listing(
                query.search().replaceAll("\\D", ""),
                query.filter("scope")
                        .filter(List.of("everything", "channel", "sender")::contains)
                        .orElse(null),
                query.filter("source").flatMap(StopWords::source).orElse(null),
                query.conditions(FIELDS, format.zone()));
    }

    private static Optional<StopSource> source(String code) {
        return Arrays.stream(StopSource.values())
                .filter(it -> it.code().equals(code))
                .findFirst();
    }

    List<Filter> filters() {
        return List.of(
                new Filter("scope", "contacts.stops.scope", kinds()),
                new Filter(
                        "source",
                        "contacts.stops.source",
                        Arrays.stream(StopSource.values())
                                .map(it -> new Option(it.code(), source(it)))
                                .toList()));
    }

    private List<Option> kinds() {
        return Stream.of("everything", "channel", "sender")
                .map(it -> new Option(it, format.text("contacts.stops.kind." + it)))
                .toList();
    }

    /** An entry's scope in words, such as «Имя SHOP». */
    String scope(StopScope scope) {
        return switch (scope) {
            case StopScope.Everything _ -> format.text("contacts.stops.kind.everything");
            case StopScope.Channel(String code) ->
                format.text("contacts.stops.only-channel", format.text("contacts.channel." + code));
            case StopScope.Sender(String name) -> format.text("contacts.stops.only-sender", name);
        };
    }

    String source(StopSource source) {
        return format.text("contacts.stops.source." + source.code());
    }

    /** An entry as the list and the export show it. */
    record Line(long id, String phone, String scope, String source, String reason, String by, java.time.Instant at) {}

    Line line(Stop stop) {
        return new Line(
                stop.id(),
                stop.phone(),
                scope(stop.scope()),
                source(stop.source()),
                stop.reason(),
                stop.by(),
                stop.at());
    }

    /** Reads the scope and the reason of a form. */
    Typed typed(MultiValueMap<String, String> sent) {
        String kind = first(sent, "scope");
        String value = kind.equals("channel") ? first(sent, "channel") : first(sent, "sender");
        String reason = first(sent, "reason").strip();
        FieldErrors errors = FieldErrors.none();
        StopScope scope =
                StopScope.of(kind, kind.equals("everything") ? "" : value).orElse(null);
        if (scope == null) {
            errors = errors.and(kind.equals("sender") ? "sender" : "scope", format.text("contacts.stops.scope.wrong"));
        }
        if (reason.length() > Stops.LONGEST_REASON || reason.indexOf('\0') >= 0) {
            errors = errors.and("reason", format.text("contacts.too-long", Stops.LONGEST_REASON));
        }
        return new Typed(scope, kind, value, reason, errors);
    }

    /** How many came onto the list, and how many were there. */
    String added(long added, long known) {
        String text = format.count(added, "contacts.stops.added.count");
        return known == 0 ? text : text + ". " + format.count(known, "contacts.stops.known.count");
    }

    static String first(MultiValueMap<String, String> sent, String name) {
        String value = sent.getFirst(name);
        return value == null ? "" : value;
    }

    /** The choices of a form about entries, with what was typed so far. */
    void form(@Nullable Typed typed, Model model) {
        model.addAttribute("kinds", kinds());
        model.addAttribute(
                "channels",
                StopScope.CHANNELS.stream()
                        .map(it -> new Option(it, format.text("contacts.channel." + it)))
                        .toList());
        model.addAttribute("kind", typed == null || typed.kind().isEmpty() ? "everything" : typed.kind());
        model.addAttribute("value", typed == null ? "" : typed.value());
        model.addAttribute("reason", typed == null ? "" : typed.reason());
    }

    /** The form again, with what was typed and what is wrong with it. */
    void refuse(Typed typed, FieldErrors errors, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
        model.addAttribute("errors", errors);
        form(typed, model);
    }

    /** Title, lead and tabs, which differ by whose list it is. */
    void head(Who who, String current, Model model) {
        AccountKind kind = accounts.get(who.account()).kind();
        String whose = switch (kind) {
            case OPERATOR -> "platform";
            case PARTNER -> "partner";
            default -> "own";
        };
        model.addAttribute("title", format.text("contacts.stops.title." + whose));
        model.addAttribute("lead", format.text("contacts.stops.lead." + whose));
        List<Tab> tabs = new ArrayList<>();
        tabs.add(Tab.of(format.text("contacts.stops.tab.numbers"), "/contacts/stops", current.equals("numbers")));
        if (who.may(ContactsRights.VIEW)) {
            tabs.add(Tab.of(
                    format.text("contacts.stops.tab.groups"), "/contacts/stops/groups", current.equals("groups")));
        }
        model.addAttribute("tabs", tabs);
        model.addAttribute("mayEdit", who.may(StopRights.EDIT));
    }
}

package io.vestnik.platform.shell.web;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Chart;
import io.vestnik.platform.shell.Chart.Kind;
import io.vestnik.platform.shell.Chart.Series;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.Field;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Moment;
import io.vestnik.platform.shell.OpenPath;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Progress;
import io.vestnik.platform.shell.Tab;
import io.vestnik.platform.shell.Toast;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** Shows each part of pages in all its states; only with {@code vestnik.dev=true}. */
@Controller
@ConditionalOnProperty("vestnik.dev")
class Gallery {

    private static final Instant NOON = Instant.parse("2026-11-21T11:05:00Z");

    private final MessageSource messages;

    Gallery(MessageSource messages) {
        this.messages = messages;
    }

    @Bean
    static OpenPath galleryPath() {
        return new OpenPath("/dev/gallery", "developers look at it before there are accounts");
    }

    /** A row of the list. */
    public record Row(int id, String name, String phone, MessageState state, int count, Money spent) {}

    @GetMapping("/dev/gallery")
    String gallery(
            ListQuery query,
            @RequestParam(defaultValue = "light") String theme,
            HttpServletRequest request,
            Model model) {
        request.setAttribute(Frame.THEME_COOKIE, theme.equals("dark") ? "dark" : "light");
        model.addAttribute("crumbs", List.of(new Crumb(text("crumb"), "/dev/gallery")));
        model.addAttribute(
                "tabs",
                List.of(
                        new Tab(text("light"), "/dev/gallery?theme=light", !theme.equals("dark"), 12L),
                        Tab.of(text("dark"), "/dev/gallery?theme=dark", theme.equals("dark"))));
        lists(query, model);
        values(model);
        feedback(model);
        model.addAttribute("charts", List.of(byDay(), byOperator()));
        return "shell/gallery";
    }

    private void lists(ListQuery query, Model model) {
        Filter group = new Filter("group", "shell.gallery.list.group", options("list.vip", "list.new"));
        Filter state = new Filter("state", "shell.gallery.list.status", options("list.vip", "list.new"));
        ListView empty = ListView.of("people", query)
                .searchable("shell.gallery.list.search")
                .columns(
                        Column.text("name", "shell.gallery.list.name").sorted(),
                        Column.text("phone", "shell.gallery.list.phone"),
                        Column.text("state", "shell.gallery.list.state"),
                        Column.number("count", "shell.gallery.list.count").sorted(),
                        Column.number("spent", "shell.gallery.list.spent").sorted())
                .filter(group)
                .filter(state)
                .fields(List.of(
                        Field.text("name", "shell.gallery.list.name"),
                        Field.number("count", "shell.gallery.list.count"),
                        Field.moment("at", "shell.gallery.form.at").orNone(),
                        Field.choice("group", "shell.gallery.list.group", options("list.vip", "list.new"))))
                .withSelection()
                .exportable("/dev/gallery/export");
        model.addAttribute("list", empty.page(4, "next", 1204L));
        model.addAttribute("none", ListView.of("none", new ListQuery("/dev/gallery", Map.of())));
        model.addAttribute("nothing", ListView.of("nothing", new ListQuery("/dev/gallery", Map.of("q", "zzz"))));
        model.addAttribute(
                "rows",
                List.of(
                        new Row(1, "Анна Смирнова", "79161234567", MessageState.DELIVERED, 128, Money.of("448.0000")),
                        new Row(2, "Борис Ёлкин", "79031112233", MessageState.SENDING, 12, Money.of("42.5")),
                        new Row(3, "Виктория", "77011234567", MessageState.UNDELIVERED, 3, Money.of("10.2345")),
                        new Row(
                                4,
                                "Zhanna D'Arc",
                                "375291234567",
                                MessageState.MODERATION,
                                1_204_567,
                                Money.of("1204567.5"))));
        model.addAttribute("options", options("list.vip", "list.new"));
        model.addAttribute("errors", FieldErrors.none().and("rate", text("form.rate.fault")));
    }

    private void values(Model model) {
        model.addAttribute("states", MessageState.values());
        model.addAttribute("tones", Tone.values());
        model.addAttribute("amount", Money.of("1204567.5"));
        model.addAttribute("taken", Money.of("-43680"));
        model.addAttribute("noon", NOON);
        model.addAttribute(
                "changes",
                List.of(
                        new Change(text("diff.name"), text("work.done"), text("work")),
                        new Change(text("diff.limit"), "10 000", null),
                        new Change(text("diff.zone"), text("diff.zone.value"), text("diff.zone.value"))));
        model.addAttribute(
                "moments",
                List.of(
                        new Moment(Tone.SUCCESS, NOON, text("stats.delivered"), null),
                        new Moment(Tone.PROGRESS, NOON.minusSeconds(3), text("history.sent"), text("history.detail")),
                        new Moment(Tone.NEUTRAL, NOON.minusSeconds(9), text("history.queued"), null)));
    }

    private void feedback(Model model) {
        model.addAttribute(
                "works",
                List.of(
                        new Progress(text("work"), Tone.PROGRESS, 8_200, 12_480, 640.0, 67L),
                        new Progress(text("work.done"), Tone.SUCCESS, 50_000, 50_000, null, null),
                        new Progress(text("work.broken"), Tone.FAILURE, 31, 100, null, null)));
        model.addAttribute(
                "toasts",
                List.of(
                        Toast.done(text("said")),
                        Toast.done(text("said.deleted")).undoneBy("/dev/gallery"),
                        Toast.failed(text("said.broken"))));
        model.addAttribute("success", Tone.SUCCESS);
        model.addAttribute("waiting", Tone.WAITING);
        model.addAttribute("failure", Tone.FAILURE);
        model.addAttribute("progressTone", Tone.PROGRESS);
    }

    private Chart byDay() {
        return new Chart(
                Kind.STACKED,
                text("charts.days"),
                List.of("15.11", "16.11", "17.11", "18.11", "19.11", "20.11", "21.11"),
                List.of(
                        new Series(
                                text("stats.delivered"),
                                Tone.SUCCESS,
                                List.of(820d, 932d, 901d, 934d, 1290d, 1330d, 1320d)),
                        new Series(text("stats.failed"), Tone.FAILURE, List.of(62d, 73d, 41d, 84d, 90d, 133d, 120d))));
    }

    private Chart byOperator() {
        return new Chart(
                Kind.DONUT,
                text("charts.operators"),
                List.of("МТС", "Билайн", "МегаФон", "Tele2", text("other")),
                List.of(new Series(text("stats.sent"), Tone.NEUTRAL, List.of(4210d, 3020d, 2890d, 1980d, 380d))));
    }

    private List<Option> options(String... keys) {
        return List.of(keys).stream().map(key -> new Option(key, text(key))).toList();
    }

    private String text(String key) {
        Locale locale = LocaleContextHolder.getLocale();
        return messages.getMessage("shell.gallery." + key, null, locale);
    }
}

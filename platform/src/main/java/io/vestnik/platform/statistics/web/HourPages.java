package io.vestnik.platform.statistics.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.statistics.HourMap;
import io.vestnik.platform.statistics.domain.StatisticsDesk;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** At which hours of which days people get messages, and follow their links. */
@Controller
@PreAuthorize(StatisticsRights.MAY_VIEW)
class HourPages {
    private static final String CLICKS = "clicks";
    private static final int SHADES = 6;

    private final StatisticsDesk statistics;
    private final Present present;
    private final Format format;

    HourPages(StatisticsDesk statistics, Present present, Format format) {
        this.statistics = statistics;
        this.present = present;
        this.format = format;
    }

    /**
     * An hour of a day of the week.
     *
     * @param shade from 0 for none to 6 for as many as at most
     * @param said the whole of it in words
     */
    record Cell(long count, int shade, String said) {}

    /** A day of the week. */
    record Row(String day, List<Cell> cells) {}

    @GetMapping("/statistics/hours")
    String show(ListQuery query, @AuthenticationPrincipal Who who, Model page) {
        Asked asked = present.asked(query, who);
        boolean clicks = query.filter("of").filter(CLICKS::equals).isPresent();
        MessageMark mark = clicks ? MessageMark.CLICKED : null;
        HourMap map = statistics.hours(who.account(), asked.from(), asked.to(), mark);
        page.addAttribute("rows", rows(map));
        page.addAttribute("hours", IntStream.range(0, 24).boxed().toList());
        page.addAttribute("none", map.most() == 0);
        page.addAttribute("byEvent", true);
        page.addAttribute("best", best(map));
        page.addAttribute("of", clicks ? CLICKS : "deliveries");
        page.addAttribute(
                "kinds",
                List.of(
                        new Option("deliveries", format.text("statistics.hours.deliveries")),
                        new Option(CLICKS, format.text("statistics.hours.clicks"))));
        page.addAttribute("presets", present.presets(asked));
        page.addAttribute("from", asked.from().toString());
        page.addAttribute("to", asked.to().toString());
        present.fill(page, who, map.counted(), "hours");
        return "statistics/hours";
    }

    private List<Row> rows(HourMap map) {
        List<Row> rows = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            List<Cell> cells = new ArrayList<>();
            for (int hour = 0; hour < 24; hour++) {
                long count = map.of(day, hour);
                int shade = count == 0 ? 0 : (int) Math.max(1, Math.round((double) count * SHADES / map.most()));
                cells.add(new Cell(
                        count,
                        shade,
                        format.text(
                                "statistics.hours.cell",
                                name(day, TextStyle.FULL_STANDALONE),
                                hour,
                                hour + 1,
                                format.number(count))));
            }
            rows.add(new Row(name(day, TextStyle.SHORT_STANDALONE), cells));
        }
        return rows;
    }

    /** The hour with the most of them in words; none when there were none. */
    private @Nullable String best(HourMap map) {
        return Arrays.stream(DayOfWeek.values())
                .flatMap(day -> IntStream.range(0, 24)
                        .filter(hour -> map.most() > 0 && map.of(day, hour) == map.most())
                        .mapToObj(hour -> format.text(
                                "statistics.hours.best",
                                name(day, TextStyle.FULL_STANDALONE),
                                hour,
                                hour + 1,
                                format.number(map.most()))))
                .findFirst()
                .orElse(null);
    }

    private static String name(DayOfWeek day, TextStyle style) {
        return day.getDisplayName(style, LocaleContextHolder.getLocale());
    }
}

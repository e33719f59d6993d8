package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.pipeline.Hours;
import java.time.DayOfWeek;
import java.time.format.TextStyle;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Chosen hours in a sentence. */
final class HourWords {
    private final CampaignTexts texts;

    HourWords(CampaignTexts texts) {
        this.texts = texts;
    }

    /** Such as "only from 9:00 to 21:00, Mon–Fri, by the recipient's clock"; nothing where no hours are chosen. */
    @Nullable
    String of(@Nullable Allowed allowed) {
        Hours hours = allowed == null ? null : allowed.hours();
        if (allowed == null || hours == null) {
            return null;
        }
        String clock = texts.text("campaigns.when.hours." + allowed.clock().code());
        boolean whole = hours.from().equals(hours.to());
        boolean daily = hours.days().size() == DayOfWeek.values().length;
        if (whole) {
            return daily
                    ? texts.text("campaigns.when.hours.always")
                    : texts.text("campaigns.when.hours.whole", days(hours), clock);
        }
        String key = daily ? "campaigns.when.hours.daily" : "campaigns.when.hours.days";
        return texts.text(key, hours.from().toString(), hours.to().toString(), clock, daily ? "" : days(hours));
    }

    /** Three days and more that follow one another are told by the first and the last. */
    private String days(Hours hours) {
        List<String> told = new ArrayList<>();
        List<DayOfWeek> row = new ArrayList<>();
        for (DayOfWeek day : DayOfWeek.values()) {
            if (hours.days().contains(day)) {
                row.add(day);
            } else {
                tell(told, row);
            }
        }
        tell(told, row);
        return String.join(", ", told);
    }

    private void tell(List<String> told, List<DayOfWeek> row) {
        if (row.size() > 2) {
            told.add(name(row.getFirst()) + "–" + name(row.getLast()));
        } else {
            row.forEach(day -> told.add(name(day)));
        }
        row.clear();
    }

    private String name(DayOfWeek day) {
        return day.getDisplayName(TextStyle.SHORT_STANDALONE, texts.locale());
    }
}

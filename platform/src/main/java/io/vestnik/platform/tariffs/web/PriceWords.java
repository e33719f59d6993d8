package io.vestnik.platform.tariffs.web;

import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.tariffs.domain.Direction;
import io.vestnik.platform.tariffs.domain.PriceLine;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** Price lines in the words of the page. */
@Component
class PriceWords {
    private final MessageSource messages;

    PriceWords(MessageSource messages) {
        this.messages = messages;
    }

    /** A row of the page. */
    record Line(String direction, String code, String traffic, Money price, String charge, Instant validFrom) {}

    /** Puts the lines and their list into the model. */
    void lines(List<PriceLine> lines, String id, ListQuery query, Model model, Locale locale) {
        model.addAttribute("rows", lines.stream().map(it -> line(it, locale)).toList());
        model.addAttribute(
                "list",
                ListView.of(id, query)
                        .columns(
                                Column.text("direction", "tariffs.direction"),
                                Column.text("code", "tariffs.code"),
                                Column.text("traffic", "tariffs.traffic"),
                                Column.number("price", "tariffs.price"),
                                Column.text("charge", "tariffs.charge"),
                                Column.text("from", "tariffs.from"))
                        .page(lines.size(), null, null));
    }

    private Line line(PriceLine line, Locale locale) {
        String everywhere = line.direction().equals(Direction.ALL) ? text("tariffs.everywhere", locale) : "";
        return new Line(
                line.label().isEmpty() ? everywhere : line.label(),
                line.direction().code(),
                traffic(line.traffic(), locale),
                line.price(),
                charge(line.charge(), locale),
                line.validFrom());
    }

    String text(String key, Locale locale) {
        return messages.getMessage(key, null, locale);
    }

    List<Option> traffics(Locale locale) {
        List<Option> options = new ArrayList<>();
        options.add(new Option(PriceLine.ALL_TRAFFIC, traffic(null, locale)));
        for (TrafficType type : TrafficType.values()) {
            options.add(new Option(type.code(), traffic(type, locale)));
        }
        return options;
    }

    List<Option> charges(Locale locale) {
        return Arrays.stream(Tariffs.Charge.values())
                .map(it -> new Option(it.name(), charge(it, locale)))
                .toList();
    }

    private String traffic(@Nullable TrafficType type, Locale locale) {
        return text("tariffs.traffic." + (type == null ? "all" : type.code()), locale);
    }

    private String charge(Tariffs.Charge charge, Locale locale) {
        return switch (charge) {
            case ON_SENT -> text("tariffs.charge.on_sent", locale);
            case ON_DELIVERED -> text("tariffs.charge.on_delivered", locale);
        };
    }
}

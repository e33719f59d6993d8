package io.vestnik.platform.senders.texts;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.senders.OperatorTexts;
import io.vestnik.platform.senders.OperatorTexts.Wish;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Filter;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Option;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Tone;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What both pages of texts say, and their places in the menu. */
class OperatorTextWords {
    private final Format format;
    private final Accounts accounts;

    OperatorTextWords(Format format, Accounts accounts) {
        this.format = format;
        this.accounts = accounts;
    }

    /** A wish as a line of the lists. */
    record Row(Wish wish, String place, String state, Tone tone, String account) {}

    Row row(Wish wish) {
        OperatorTextState state = OperatorTextState.ofCode(wish.state()).orElseThrow();
        return new Row(
                wish,
                text("senders.texts.place." + wish.place()),
                text("senders.texts.state." + wish.state()),
                state.tone(),
                accounts.get(wish.account()).name());
    }

    String text(String key) {
        return format.text(key);
    }

    /** Places as they are chosen from. */
    List<Option> places() {
        return OperatorTexts.PLACES.stream()
                .map(place -> new Option(place, text("senders.texts.place." + place)))
                .toList();
    }

    /** The state that a list is narrowed to; none for all. */
    @Nullable
    OperatorTextState state(ListQuery query) {
        return query.filter("state").flatMap(OperatorTextState::ofCode).orElse(null);
    }

    ListView list(String id, ListQuery query, Slice<Wish> page, boolean ofOthers) {
        Column[] own = {
            Column.text("text", "senders.texts.text"),
            Column.text("sender", "senders.name"),
            Column.text("place", "senders.texts.place"),
            Column.text("state", "senders.state"),
            Column.text("answer", "senders.answer"),
            Column.text("requested", "senders.requested")
        };
        Column[] columns = Arrays.copyOf(own, ofOthers ? own.length + 1 : own.length);
        if (ofOthers) {
            columns[own.length] = Column.text("account", "senders.texts.account");
        }
        List<Option> states = Arrays.stream(OperatorTextState.values())
                .map(state -> new Option(state.code(), text("senders.texts.state." + state.code())))
                .toList();
        return ListView.of(id, query)
                .searchable("senders.texts.search")
                .columns(columns)
                .filter(new Filter("state", "senders.state", states))
                .page(page.items().size(), page.next(), null);
    }

    /** Rights and places in the menu. */
    @Configuration(proxyBeanMethods = false)
    static class Places {
        @Bean
        OperatorTextWords operatorTextWords(Format format, Accounts accounts) {
            return new OperatorTextWords(format, accounts);
        }

        @Bean
        MenuEntry operatorTextsMenu() {
            return new MenuEntry(Section.SENDERS, "senders.texts", OperatorTextPages.HOME, "senders:view", 30);
        }

        @Bean
        MenuEntry operatorTextAnswersMenu() {
            return new MenuEntry(
                    Section.SENDERS,
                    "senders.texts.answers",
                    OperatorTextAnswerPages.HOME,
                    OperatorTextAnswerPages.MAY,
                    45);
        }
    }
}

package io.vestnik.platform.statistics.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Statistics.Refused;
import io.vestnik.platform.statistics.StatisticsTable;
import io.vestnik.platform.statistics.Sums;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import org.springframework.stereotype.Component;

/** A report as a table, with every state in a column of its own. */
@Component
class GeneralTable implements StatisticsTable {
    private static final List<MessageMark> MARKS =
            List.of(MessageMark.CLICKED, MessageMark.UNSUBSCRIBED, MessageMark.REDEEMED);

    private final Statistics statistics;
    private final KeyWords words;
    private final Format format;

    GeneralTable(Statistics statistics, KeyWords words, Format format) {
        this.statistics = statistics;
        this.words = words;
        this.format = format;
    }

    @Override
    public void write(AccountId account, Question question, TableWriter writer) throws IOException {
        switch (statistics.ask(account, question)) {
            case Report report -> write(account, question.by(), report, writer);
            case Refused(Statistics.Reason reason) ->
                throw new IllegalArgumentException("There is no table of it: " + reason);
        }
    }

    /** @param account whose mailings and people lines may be of */
    void write(AccountId account, Grouping by, Report report, TableWriter writer) throws IOException {
        UnaryOperator<String> names = words.names(account, by, report.lines());
        boolean money = report.currency() != null;
        writer.sheet(format.text("statistics.title"), head(by, money));
        for (Line line : report.lines()) {
            writer.row(cells(names.apply(line.key()), line.sums(), money));
        }
        writer.row(cells(format.text("statistics.total"), report.total(), money));
        if (report.cut()) {
            writer.row(List.of(Cell.text(words.cut())));
        }
    }

    private List<String> head(Grouping by, boolean money) {
        List<String> head = new ArrayList<>();
        head.add(format.text("statistics.by." + by.code()));
        head.add(format.text("statistics.messages"));
        for (MessageState state : MessageState.values()) {
            head.add(format.text("shell.state." + state.code()));
        }
        for (MessageMark mark : MARKS) {
            head.add(format.text("statistics." + mark.code()));
        }
        head.add(format.text("statistics.parts"));
        if (money) {
            head.add(format.text("statistics.charged"));
        }
        return head;
    }

    private static List<Cell> cells(String name, Sums sums, boolean money) {
        List<Cell> cells = new ArrayList<>();
        cells.add(Cell.text(name));
        cells.add(Cell.number(sums.messages()));
        for (MessageState state : MessageState.values()) {
            cells.add(Cell.number(sums.of(state)));
        }
        for (MessageMark mark : MARKS) {
            cells.add(Cell.number(sums.of(mark)));
        }
        cells.add(Cell.number(sums.parts()));
        if (money) {
            cells.add(Cell.money(sums.charged().toDecimal()));
        }
        return cells;
    }
}

package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.CsvStyle;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.context.i18n.LocaleContextHolder;
import org.springframework.stereotype.Component;

/** The table of an export: in the language of who asked, with times of the account. */
@Component
class ExportTable {
    private final Accounts accounts;
    private final Numbering numbering;
    private final MessageSource messages;

    ExportTable(Accounts accounts, Numbering numbering, MessageSource messages) {
        this.accounts = accounts;
        this.numbering = numbering;
        this.messages = messages;
    }

    void write(AccountId account, String format, List<Path> pieces, OutputStream out) throws IOException {
        ZoneId zone = accounts.get(account).zone();
        try (TableWriter table = open(format, out)) {
            table.sheet(
                    text("campaigns.tab.messages"),
                    Stream.of(
                                    "phone",
                                    "state",
                                    "marks",
                                    "error.title",
                                    "operator",
                                    "text",
                                    "parts",
                                    "price",
                                    "created-at",
                                    "sent-at",
                                    "final-at")
                            .map(name -> text("campaigns." + name))
                            .toList());
            for (Path piece : pieces) {
                ExportPieces.read(piece, line -> table.row(cells(line, zone)));
            }
        }
    }

    private static TableWriter open(String format, OutputStream out) throws IOException {
        return switch (format) {
            case "csv" -> TableWriter.csv(out, CsvStyle.spreadsheet());
            case "xls" -> TableWriter.xls(out);
            default -> TableWriter.xlsx(out);
        };
    }

    private List<Cell> cells(ExportPieces.Line line, ZoneId zone) {
        return List.of(
                Cell.text("+" + line.recipient()),
                Cell.text(text("shell.state." + line.state().code())),
                line.marks().isEmpty() ? Cell.empty() : Cell.text(marks(line)),
                line.error().isEmpty() ? Cell.empty() : Cell.text(line.error()),
                Cell.text(numbering.operatorName(line.mccMnc())),
                Cell.text(line.text()),
                Cell.number(line.parts()),
                Cell.money(line.price().toDecimal()),
                moment(line.createdAt(), zone),
                moment(line.sentAt(), zone),
                moment(line.finalAt(), zone));
    }

    private String marks(ExportPieces.Line line) {
        return line.marks().stream()
                .map(mark -> text("campaigns.mark." + mark.code()))
                .collect(Collectors.joining(", "));
    }

    private static Cell moment(@Nullable Instant at, ZoneId zone) {
        return at == null ? Cell.empty() : Cell.moment(LocalDateTime.ofInstant(at, zone));
    }

    private String text(String key) {
        return messages.getMessage(key, null, LocaleContextHolder.getLocale());
    }
}

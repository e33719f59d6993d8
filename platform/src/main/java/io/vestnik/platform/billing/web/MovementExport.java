package io.vestnik.platform.billing.web;

import io.vestnik.platform.billing.Movement;
import io.vestnik.platform.billing.MovementFilter;
import io.vestnik.platform.billing.domain.Movements;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.TableWriter;
import java.io.IOException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Movements as a table to download, page after page, so that a long history takes no memory. */
final class MovementExport {
    private static final int PAGE = 1_000;
    private static final int MOST_ROWS = 100_000;

    private final Movements movements;
    private final MovementWords words;
    private final Locale locale;

    MovementExport(Movements movements, MovementWords words, Locale locale) {
        this.movements = movements;
        this.words = words;
        this.locale = locale;
    }

    void write(AccountId account, MovementFilter filter, TableWriter table) throws IOException {
        table.sheet(
                words.text("billing.title", locale),
                List.of(
                        words.text("billing.day", locale),
                        words.text("billing.operation", locale),
                        words.text("billing.cause", locale),
                        words.text("billing.count", locale),
                        words.text("billing.amount", locale)));
        rows(account, filter, table);
    }

    private void rows(AccountId account, MovementFilter filter, TableWriter table) throws IOException {
        @Nullable String cursor = null;
        int written = 0;
        do {
            Slice<Movement> page = movements.list(account, filter, cursor, PAGE);
            for (Movement movement : page.items()) {
                table.row(cells(movement));
            }
            written += page.items().size();
            cursor = page.next();
        } while (cursor != null && written < MOST_ROWS);
    }

    private List<Cell> cells(Movement movement) {
        return List.of(
                Cell.day(movement.day()),
                Cell.text(words.operation(movement.operation(), locale)),
                Cell.text(words.cause(movement.cause(), locale)),
                Cell.number(movement.count()),
                Cell.money(MovementWords.signed(movement).toDecimal()));
    }
}

package io.vestnik.platform.pipeline.history;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.pipeline.domain.TextTerms;
import java.util.OptionalInt;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcTextTerms implements TextTerms {
    private final JdbcClient jdbc;
    private final HistorySettings settings;

    JdbcTextTerms(JdbcClient jdbc, HistorySettings settings) {
        this.jdbc = jdbc;
        this.settings = settings;
    }

    @Override
    public int usual() {
        return Math.toIntExact(settings.texts().toDays());
    }

    @Override
    public OptionalInt of(AccountId account) {
        return jdbc.sql("SELECT days FROM pipeline.text_term WHERE account = :account AND days IS NOT NULL")
                .param("account", account.value())
                .query((row, _) -> row.getInt(1))
                .optional()
                .map(OptionalInt::of)
                .orElse(OptionalInt.empty());
    }

    /** The row stays when the account goes by the usual term again: it says how far the account's texts are gone. */
    @Override
    public void keep(AccountId account, OptionalInt days) {
        jdbc.sql("""
                INSERT INTO pipeline.text_term (account, days) VALUES (:account, :days)
                ON CONFLICT (account) DO UPDATE SET days = excluded.days""")
                .param("account", account.value())
                .param("days", days.isPresent() ? days.getAsInt() : null)
                .update();
    }
}

package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.RefusedRow;
import io.vestnik.platform.contacts.domain.RefusedRows;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

@Repository
class JdbcRefusedRows implements RefusedRows {
    private final JdbcClient jdbc;
    private final JsonMapper json;

    JdbcRefusedRows(JdbcClient jdbc, JsonMapper json) {
        this.jdbc = jdbc;
        this.json = json;
    }

    @Override
    public void add(AccountId account, JobId load, List<RefusedRow> rows) {
        jdbc.sql("""
            INSERT INTO contacts.refused_row (account, job, sheet, number, reason, cells)
            SELECT :account, :job, n.sheet, n.number, n.reason, n.cells
              FROM unnest(:sheets::integer[], :numbers::bigint[], :reasons::text[], :cells::text[])
                   AS n(sheet, number, reason, cells)\
            """)
                .param("account", account.value())
                .param("job", load.value())
                .param("sheets", rows.stream().map(RefusedRow::sheet).toArray(Integer[]::new))
                .param("numbers", rows.stream().map(RefusedRow::number).toArray(Long[]::new))
                .param("reasons", ContactColumns.texts(rows, RefusedRow::reason))
                .param("cells", ContactColumns.texts(rows, row -> json.writeValueAsString(row.cells())))
                .update();
    }

    @Override
    public List<RefusedRow> after(AccountId account, JobId load, int sheet, long number, int limit) {
        return jdbc.sql("""
            SELECT sheet, number, reason, cells FROM contacts.refused_row
             WHERE account = :account AND job = :job AND sheet = :sheet AND number > :number
             ORDER BY number LIMIT :limit\
            """)
                .param("account", account.value())
                .param("job", load.value())
                .param("sheet", sheet)
                .param("number", number)
                .param("limit", limit)
                .query((row, _) -> new RefusedRow(
                        row.getInt("sheet"),
                        row.getLong("number"),
                        row.getString("reason"),
                        List.of(json.readValue(row.getString("cells"), String[].class))))
                .list();
    }

    @Override
    public List<Integer> sheets(AccountId account, JobId load) {
        return jdbc.sql("SELECT DISTINCT sheet FROM contacts.refused_row WHERE account = :account AND job = :job ORDER"
                        + " BY sheet")
                .param("account", account.value())
                .param("job", load.value())
                .query((row, _) -> row.getInt(1))
                .list();
    }

    @Override
    public void forget(AccountId account, JobId load) {
        jdbc.sql("DELETE FROM contacts.refused_row WHERE account = :account AND job = :job")
                .param("account", account.value())
                .param("job", load.value())
                .update();
    }
}

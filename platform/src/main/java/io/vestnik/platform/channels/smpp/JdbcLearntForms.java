package io.vestnik.platform.channels.smpp;

import io.vestnik.platform.kernel.RouteId;
import io.vestnik.platform.store.AcrossAccounts;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
@AcrossAccounts("networks write ids alike for all")
class JdbcLearntForms implements LearntForms {
    private final JdbcClient jdbc;

    JdbcLearntForms(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public Optional<IdForm> of(RouteId route, String peer) {
        return jdbc.sql("SELECT form FROM channels.id_form WHERE route = :route AND peer = :peer")
                .param("route", route.value())
                .param("peer", peer)
                .query((row, _) -> row.getString(1))
                .optional()
                .flatMap(IdForm::of);
    }

    @Override
    public void keep(RouteId route, String peer, IdForm form) {
        jdbc.sql("""
                INSERT INTO channels.id_form (route, peer, form) VALUES (:route, :peer, :form)
                ON CONFLICT (route, peer) DO UPDATE SET form = excluded.form, learnt_at = now()""")
                .param("route", route.value())
                .param("peer", peer)
                .param("form", form.word())
                .update();
    }
}

package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.Consents.Consent;
import io.vestnik.platform.contacts.Consents.Noted;
import io.vestnik.platform.contacts.domain.ConsentStore;
import io.vestnik.platform.kernel.AccountId;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

@Repository
class JdbcConsentStore implements ConsentStore {
    private final JdbcClient jdbc;

    JdbcConsentStore(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public int add(AccountId account, List<Consent> consents, String by, Instant at) {
        // Thousands mostly agreed to the same words, which may be long: each wording goes once.
        Map<String, Integer> numbers = new LinkedHashMap<>();
        Integer[] said = consents.stream()
                .map(it -> numbers.computeIfAbsent(it.wording(), _ -> numbers.size() + 1))
                .toArray(Integer[]::new);
        return jdbc.sql("""
                        INSERT INTO contacts.consent (account, phone, channel, given, at, source, wording, evidence, noted_by, noted_at)
                        SELECT DISTINCT :account::bigint, n.phone, n.channel, n.given, to_timestamp(n.at / 1000.0), n.source,
                               w.wording, n.evidence, :by, :now::timestamptz
                          FROM unnest(:phones::text[], :channels::text[], :given::boolean[], :times::bigint[],
                                      :sources::text[], :said::int[], :evidence::text[])
                            AS n(phone, channel, given, at, source, said, evidence)
                          JOIN unnest(:wordings::text[]) WITH ORDINALITY AS w(wording, number) ON w.number = n.said
                         WHERE NOT EXISTS (SELECT FROM contacts.consent c
                                            WHERE c.account = :account AND c.phone = n.phone
                                              AND c.at = to_timestamp(n.at / 1000.0) AND c.channel = n.channel
                                              AND c.given = n.given AND c.source = n.source AND c.wording = w.wording
                                              AND c.evidence = n.evidence)""")
                .param("account", account.value())
                .param("by", by)
                .param("now", at.atOffset(ZoneOffset.UTC))
                .param("phones", ContactColumns.texts(consents, Consent::phone))
                .param("channels", ContactColumns.texts(consents, Consent::channel))
                .param("given", consents.stream().map(Consent::given).toArray(Boolean[]::new))
                .param(
                        "times",
                        consents.stream().map(it -> it.at().toEpochMilli()).toArray(Long[]::new))
                .param("sources", ContactColumns.texts(consents, Consent::source))
                .param("said", said)
                .param("wordings", numbers.keySet().toArray(String[]::new))
                .param("evidence", ContactColumns.texts(consents, Consent::evidence))
                .update();
    }

    @Override
    public List<Noted> history(AccountId account, String phone, int limit) {
        return jdbc.sql("""
                        SELECT phone, channel, given, at, source, wording, evidence, noted_by, noted_at
                          FROM contacts.consent WHERE account = :account AND phone = :phone
                         ORDER BY at DESC, id DESC LIMIT :limit""")
                .param("account", account.value())
                .param("phone", phone)
                .param("limit", limit)
                .query((row, _) -> new Noted(
                        new Consent(
                                row.getString("phone"),
                                row.getString("channel"),
                                row.getBoolean("given"),
                                row.getTimestamp("at").toInstant(),
                                row.getString("source"),
                                row.getString("wording"),
                                row.getString("evidence")),
                        row.getString("noted_by"),
                        row.getTimestamp("noted_at").toInstant()))
                .list();
    }
}

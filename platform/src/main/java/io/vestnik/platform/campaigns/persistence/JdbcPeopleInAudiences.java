package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.domain.AudienceLine;
import io.vestnik.platform.campaigns.domain.PeopleInAudiences;
import io.vestnik.platform.campaigns.domain.Verdict;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;
import org.springframework.stereotype.Repository;

@Repository
class JdbcPeopleInAudiences implements PeopleInAudiences {
    private final JdbcClient jdbc;

    JdbcPeopleInAudiences(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    @Override
    public List<CampaignId> campaigns(AccountId account, long after, int limit) {
        return jdbc.sql("""
                        SELECT id FROM campaigns.campaign
                         WHERE account = :account AND id > :after ORDER BY id LIMIT :limit""")
                .param("account", account.value())
                .param("after", after)
                .param("limit", limit)
                .query((row, _) -> new CampaignId(row.getLong(1)))
                .list();
    }

    @Override
    public Map<CampaignId, List<String>> typed(AccountId account, List<CampaignId> campaigns) {
        Map<CampaignId, List<String>> typed = new HashMap<>();
        jdbc.sql("""
                SELECT id, audience_phones FROM campaigns.campaign
                 WHERE account = :account AND id = ANY(:campaigns) AND cardinality(audience_phones) > 0""")
                .param("account", account.value())
                .param("campaigns", ids(campaigns))
                .query(row -> {
                    typed.put(new CampaignId(row.getLong(1)), List.of((String[])
                            row.getArray(2).getArray()));
                });
        return typed;
    }

    @Override
    public void setTyped(AccountId account, CampaignId campaign, List<String> phones) {
        jdbc.sql("UPDATE campaigns.campaign SET audience_phones = :phones WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", campaign.value())
                .param("phones", phones.toArray(String[]::new))
                .update();
    }

    private static Long[] ids(List<CampaignId> campaigns) {
        return campaigns.stream().map(CampaignId::value).toArray(Long[]::new);
    }

    private StatementSpec about(AccountId account, List<CampaignId> campaigns, Set<String> phones, String sql) {
        return jdbc.sql(sql)
                .param("account", account.value())
                .param("campaigns", ids(campaigns))
                .param("phones", phones.toArray(String[]::new));
    }

    @Override
    public List<Line> lines(AccountId account, List<CampaignId> campaigns, Set<String> phones) {
        return about(account, campaigns, phones, """
                        SELECT r.campaign, r.preview, r.phone, r.verdict, r.parts, r.mcc_mnc, r.body, r.wave
                          FROM campaigns.recipient r
                          JOIN campaigns.campaign c ON c.id = r.campaign AND c.account = :account
                         WHERE r.campaign = ANY(:campaigns) AND r.phone = ANY(:phones)
                         ORDER BY r.campaign, r.preview, r.phone""")
                .query((row, _) -> new Line(
                        new CampaignId(row.getLong("campaign")),
                        row.getInt("preview"),
                        new AudienceLine(
                                row.getString("phone"),
                                Verdict.ofNumber(row.getInt("verdict")),
                                row.getInt("parts"),
                                row.getString("mcc_mnc"),
                                row.getString("body"),
                                row.getInt("wave"))))
                .list();
    }

    @Override
    public int delete(AccountId account, List<CampaignId> campaigns, Set<String> phones) {
        return about(account, campaigns, phones, """
                        DELETE FROM campaigns.recipient r USING campaigns.campaign c
                         WHERE c.id = r.campaign AND c.account = :account
                           AND r.campaign = ANY(:campaigns) AND r.phone = ANY(:phones)""").update();
    }

    @Override
    public int forgetPlaces(AccountId account, List<CampaignId> campaigns, Set<String> phones) {
        // A sign behind all digits: whoever has this number before them is passed, and nobody behind it is.
        int waves = about(account, campaigns, phones, """
                        UPDATE campaigns.wave SET through = (through::numeric - 1)::text || '~'
                         WHERE account = :account AND campaign = ANY(:campaigns) AND through = ANY(:phones)""").update();
        return waves + about(account, campaigns, phones, """
                        UPDATE campaigns.campaign SET through = (through::numeric - 1)::text || '~'
                         WHERE account = :account AND id = ANY(:campaigns) AND through = ANY(:phones)""").update();
    }

    @Override
    public int deleteSamples(AccountId account, List<CampaignId> campaigns, Set<String> phones) {
        return about(account, campaigns, phones, """
                        UPDATE campaigns.preview p
                           SET tally = jsonb_set(p.tally, '{samples}', coalesce(
                                 (SELECT jsonb_agg(s) FROM jsonb_array_elements(p.tally -> 'samples') s
                                   WHERE NOT (s ->> 'phone') = ANY(:phones)), '[]'))
                         WHERE account = :account AND campaign = ANY(:campaigns)
                           AND EXISTS (SELECT FROM jsonb_array_elements(p.tally -> 'samples') s
                                        WHERE (s ->> 'phone') = ANY(:phones))""").update();
    }

    @Override
    public List<Told> tell(AccountId account, String phone, List<CampaignId> campaigns) {
        return about(account, campaigns, Set.of(phone), """
                        SELECT 'campaign' AS what,
                               jsonb_build_object('id', c.id::text, 'name', c.name, 'confirmed_at', c.confirmed_at,
                                                  'sent', r.verdict = 0 AND c.confirmed_at IS NOT NULL)::text AS known
                          FROM campaigns.recipient r
                          JOIN campaigns.campaign c ON c.id = r.campaign AND c.account = :account AND c.preview = r.preview
                         WHERE r.campaign = ANY(:campaigns) AND r.phone = ANY(:phones)
                         ORDER BY c.id""").query(Told::of).list();
    }
}

package io.vestnik.platform.plans.persistence;

import io.vestnik.phone.Country;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.TypedNumbers;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.store.PersonalData;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import tools.jackson.databind.json.JsonMapper;

/** Numbers that were typed into the messages of plans. */
@Repository
class MessagesOfPlans implements PersonalData {
    /** Before the audiences, as with greetings. */
    private static final int ORDER = 14;

    private static final String TYPED = """
            SELECT id, name, message FROM plans.plan
             WHERE account = :account AND jsonb_array_length(message -> 'audience' -> 'phones') > 0
             ORDER BY id""";

    private final JdbcClient jdbc;
    private final Accounts accounts;
    private final JsonMapper json;

    MessagesOfPlans(JdbcClient jdbc, Accounts accounts, JsonMapper json) {
        this.jdbc = jdbc;
        this.accounts = accounts;
        this.json = json;
    }

    /** A plan whose message names somebody by their number. */
    private record Naming(String name, Draft message) {}

    @Override
    public String place() {
        return "plans.messages";
    }

    @Override
    public int order() {
        return ORDER;
    }

    @Override
    public Step erase(AccountId account, People people, @Nullable String after) {
        Country home = home(account);
        Map<Long, Naming> naming = naming(TYPED + " FOR UPDATE", account, people);
        naming.forEach((id, plan) -> {
            Draft message = plan.message();
            Audience audience = message.audience();
            List<String> others = audience.phones().stream()
                    .filter(typed -> !TypedNumbers.names(typed, home, people))
                    .toList();
            keep(account, id, message.to(new Audience(audience.groups(), others, audience.minus())));
        });
        return new Step(null, naming.size());
    }

    private void keep(AccountId account, long plan, Draft message) {
        jdbc.sql("UPDATE plans.plan SET message = :message::jsonb WHERE account = :account AND id = :id")
                .param("account", account.value())
                .param("id", plan)
                .param("message", MessageText.write(message))
                .update();
    }

    /** An account has few plans, and fewer of them name numbers: they are read at once, and changed one by one. */
    private Map<Long, Naming> naming(String sql, AccountId account, People people) {
        Country home = home(account);
        Map<Long, Naming> found = new LinkedHashMap<>();
        jdbc.sql(sql).param("account", account.value()).query(row -> {
            Draft message = MessageText.read(row.getString("message"));
            if (message != null
                    && message.audience().phones().stream()
                            .anyMatch(typed -> TypedNumbers.names(typed, home, people))) {
                found.put(row.getLong("id"), new Naming(row.getString("name"), message));
            }
        });
        return found;
    }

    private Country home(AccountId account) {
        return new Country(accounts.get(account).country());
    }

    @Override
    public Slice<Told> tell(AccountId account, String phone, @Nullable String after, int limit) {
        List<Told> told = naming(TYPED, account, new People(Set.of(phone))).values().stream()
                .map(plan -> new Told("plan", json.writeValueAsString(Map.of("name", plan.name()))))
                .toList();
        int from = after == null ? 0 : Math.min(Integer.parseInt(after), told.size());
        int to = Math.min(told.size(), from + limit);
        return new Slice<>(told.subList(from, to), to < told.size() ? Integer.toString(to) : null);
    }
}

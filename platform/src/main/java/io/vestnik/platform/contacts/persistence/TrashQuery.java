package io.vestnik.platform.contacts.persistence;

import io.vestnik.platform.contacts.domain.SearchWords;
import io.vestnik.platform.contacts.domain.TrashStore.Wanted;
import io.vestnik.platform.kernel.AccountId;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.springframework.jdbc.core.simple.JdbcClient.StatementSpec;

/** Which deleted contacts are meant, as the end of a statement. */
final class TrashQuery {
    private final StringBuilder sql = new StringBuilder(" FROM contacts.trashed_contact c WHERE c.account = :account");
    private final Map<String, Object> parameters = new LinkedHashMap<>();

    TrashQuery(AccountId account, Wanted wanted) {
        parameters.put("account", account.value());
        if (wanted.deletion() != null) {
            and("c.deletion = :deletion", "deletion", wanted.deletion());
        }
        String search = wanted.search();
        if (search.isEmpty()) {
            return;
        }
        List<String> words = SearchWords.of(search);
        if (search.chars().noneMatch(Character::isLetter)) {
            and("c.phone LIKE :digits", "digits", "%" + search.replaceAll("\\D", "") + "%");
        } else if (!words.isEmpty()) {
            // The words are letters and digits only, so that none can step out of its quotes.
            and(
                    "array_to_tsvector(string_to_array(c.words, ' ')) @@ :words::tsquery",
                    "words",
                    words.stream()
                            .map(word -> "'" + SearchWords.key(account, word) + "':*")
                            .collect(Collectors.joining(" & ")));
        }
    }

    private void and(String condition, String name, Object value) {
        sql.append(" AND ").append(condition);
        parameters.put(name, value);
    }

    String from() {
        return sql.toString();
    }

    StatementSpec on(StatementSpec statement) {
        parameters.forEach(statement::param);
        return statement;
    }
}

package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.kernel.MessageId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The plans by which the hot statements really ran, as PostgreSQL explains them to its own log, over partitions that have no
 * statistics: the state of every partition in its first minutes.
 */
class HotPlansTests extends PathScene {
    private static final JsonMapper JSON = new JsonMapper();
    private static final Pattern PLAN = Pattern.compile("duration: [0-9.]+ ms  plan:\\n((?:\\t[^\\n]*\\n)+)(?=[^\\t])");
    /** As PostgreSQL writes an element of a parameter that has to become another kind of array first; text is so by name only. */
    private static final Pattern CAST_FOR_EACH_ROW = Pattern.compile("\\(\\$\\d+\\)::(?!text)\\w+\\[\\]\\)\\[");

    private static final Set<String> OF_TIME = Set.of("message_2", "message_event_2");
    private static final int MOST_PARTITIONS = 2;
    /** What shows that a statement is given the keys of what it reads; others may walk from one id to another. */
    private static final Set<String> GIVEN = Set.of("unnest($", "= ANY($");

    @BeforeEach
    void explainEverythingOnFreshPartitions() {
        for (String setting : List.of(
                "session_preload_libraries = auto_explain",
                "auto_explain.log_min_duration = 0",
                "auto_explain.log_format = json",
                "auto_explain.log_analyze = on",
                "auto_explain.log_verbose = on",
                "auto_explain.log_timing = off",
                "auto_explain.log_settings = on",
                "auto_explain.log_parameter_max_length = 0")) {
            forThisDatabase("SET " + setting);
        }
        jdbc.sql("""
                SELECT pg_clear_relation_stats('pipeline', relname::text), s.cleared
                  FROM pg_class c
                 CROSS JOIN LATERAL (
                   SELECT count(pg_clear_attribute_stats('pipeline', c.relname::text, a.attname::text, false)) AS cleared
                     FROM pg_attribute a WHERE a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped) s
                 WHERE c.relnamespace = 'pipeline'::regnamespace AND c.relkind = 'r'""").query().listOfRows();
        startNewSessions();
    }

    @AfterEach
    void explainNoMore() {
        forThisDatabase("RESET ALL");
        startNewSessions();
    }

    private void forThisDatabase(String what) {
        String database =
                jdbc.sql("SELECT current_database()").query(String.class).single();
        jdbc.sql("ALTER DATABASE " + database + " " + what).update();
    }

    private void startNewSessions() {
        jdbc.sql("""
                SELECT count(pg_terminate_backend(pid, 5000)) FROM pg_stat_activity
                 WHERE datname = current_database() AND pid <> pg_backend_pid()""").query(Long.class).single();
    }

    private Path log() {
        return Path.of(jdbc.sql("SELECT current_setting('data_directory')")
                        .query(String.class)
                        .single())
                .resolveSibling("postgres.log");
    }

    @Test
    void hotStatementsLookUpTheKeysTheyAreGivenInTwoPartitionsAtMostThoughNothingIsKnownOfThem() throws IOException {
        sendOnceSessionsAreThere("Первое");
        long from = Files.size(log());
        List<MessageId> ids = sendOnceSessionsAreThere("По плану");
        finish(ids, Status.DELIVERED);
        MessageId parts = send("79161236001", "Слово ".repeat(30));
        finish(List.of(parts), Status.UNDELIVERABLE);
        await().until(() -> hotPlans(from).stream().anyMatch(plan -> query(plan).contains("ended AS")));

        List<JsonNode> plans = hotPlans(from);
        assertThat(plans.stream().map(HotPlansTests::query))
                .as("the statements that carry a message")
                .anyMatch(sql -> sql.contains("INSERT INTO pipeline.message "))
                .anyMatch(sql -> sql.contains("INSERT INTO pipeline.in_flight"))
                .anyMatch(sql -> sql.contains("INSERT INTO pipeline.upstream"))
                .anyMatch(sql -> sql.contains("FROM pipeline.upstream"));
        for (JsonNode plan : plans) {
            Scans scans = new Scans();
            scans.look(plan.path("Plan"));
            assertThat(scans.whole).as("tables read whole by %s", query(plan)).isEmpty();
            assertThat(plan.path("Plan").toString())
                    .as("arrays cast anew for each row by %s", query(plan))
                    .doesNotContainPattern(CAST_FOR_EACH_ROW);
            if (GIVEN.stream().anyMatch(query(plan)::contains)) {
                assertThat(scans.walked)
                        .as("what is not looked up by its key by %s", query(plan))
                        .isEmpty();
                assertThat(scans.crossed)
                        .as("rows compared each with each by %s", query(plan))
                        .isEmpty();
            }
            for (String table : OF_TIME) {
                assertThat(scans.touched.stream().filter(name -> name.startsWith(table)))
                        .as("partitions read by %s", query(plan))
                        .hasSizeLessThanOrEqualTo(MOST_PARTITIONS);
            }
        }
    }

    @Test
    void factsAreReadInTheOrderOfTheirIndexAndNeverSorted() throws IOException {
        long from = Files.size(log());
        finish(sendOnceSessionsAreThere("По порядку"), Status.DELIVERED);

        List<JsonNode> plans = await().until(
                        () -> plans(from).stream()
                                .filter(HotPlansTests::readsFacts)
                                .toList(),
                        it -> !it.isEmpty());
        assertThat(plans.stream().map(JsonNode::toString)).noneMatch(plan -> plan.contains("\"Node Type\":\"Sort\""));
    }

    /** Connections whose sessions were ended may still lie in the pool. */
    private List<MessageId> sendOnceSessionsAreThere(String text) {
        return await().ignoreExceptions().until(() -> sendMany(30, text), ids -> !ids.isEmpty());
    }

    private static boolean readsFacts(JsonNode plan) {
        return query(plan).contains("FROM pipeline.message_event")
                && query(plan).contains("LIMIT");
    }

    private static String query(JsonNode plan) {
        return plan.path("Query Text").asString("");
    }

    /** Those that ran under the settings of the hot pool and read what belongs to messages. */
    private List<JsonNode> hotPlans(long from) {
        return plans(from).stream()
                .filter(plan -> plan.path("Settings")
                        .path("enable_hashjoin")
                        .asString("")
                        .equals("off"))
                .filter(plan -> query(plan).contains("pipeline."))
                .toList();
    }

    private List<JsonNode> plans(long from) {
        List<JsonNode> plans = new ArrayList<>();
        Matcher found = PLAN.matcher(since(from));
        while (found.find()) {
            plans.add(JSON.readTree(found.group(1)));
        }
        return plans;
    }

    private String since(long from) {
        try {
            byte[] all = Files.readAllBytes(log());
            return new String(all, (int) from, (int) (all.length - from), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the nodes of a plan read; those that were never run do not count. */
    private static final class Scans {
        private final Set<String> touched = new TreeSet<>();
        private final Set<String> whole = new TreeSet<>();
        private final Set<String> walked = new TreeSet<>();
        private final Set<String> crossed = new TreeSet<>();

        void look(JsonNode node) {
            if (node.path("Actual Loops").asDouble(0) > 0 && node.has("Relation Name")) {
                String relation = node.path("Relation Name").asString("");
                String type = node.path("Node Type").asString("");
                if (type.endsWith("Scan")) {
                    touched.add(relation);
                }
                if (type.equals("Seq Scan")) {
                    whole.add(relation);
                }
            }
            if (node.path("Actual Loops").asDouble(0) > 0) {
                String type = node.path("Node Type").asString("");
                if (type.startsWith("Index") || type.equals("Bitmap Index Scan")) {
                    String condition = node.path("Index Cond").asString("");
                    if (!condition.contains(" = ")) {
                        walked.add(node.path("Index Name").asString("") + " by " + condition);
                    }
                }
                if (node.has("Join Filter")) {
                    crossed.add(node.path("Join Filter").asString(""));
                }
            }
            for (JsonNode child : node.path("Plans")) {
                look(child);
            }
        }
    }
}

package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.Contacts.Existing;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.Sheet;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** What may be chosen of a load over the API. */
class LoadDoorTests extends AsProgram {
    @Autowired
    private FakeDoors.OneGroup contacts;

    @BeforeEach
    void startAnew() {
        contacts.loads.clear();
    }

    @Test
    void loadsSeveralSheetsAndDoesWithThoseWhoAreThereWhatIsAsked() {
        assertThat(load("""
            "sheets": [{"columns": {"0": "phone"}},
                       {"sheet": 2, "header_rows": 0, "columns": {"1": "phone", "0": "name"}}],
            "existing": "overwrite"\
            """)).hasStatus(HttpStatus.ACCEPTED);
        Load load = contacts.loads.getFirst();
        assertThat(load.sheets())
                .containsExactly(new Sheet(0, 1, Map.of(0, "phone")), new Sheet(2, 0, Map.of(0, "name", 1, "phone")));
        assertThat(load.existing()).isEqualTo(Existing.OVERWRITE);
        assertThat(load.agreed()).isNull();
    }

    @Test
    void fillsFromOneSheetWhenNothingElseIsAsked() {
        assertThat(load("\"columns\": {\"0\": \"phone\"}")).hasStatus(HttpStatus.ACCEPTED);
        assertThat(contacts.loads.getFirst().existing()).isEqualTo(Existing.FILL);
    }

    @Test
    void notesConsentsForTheWholeFile() {
        assertThat(load("""
            "columns": {"0": "phone", "1": "consent_source"},
            "consent": {"at": "2026-03-01T09:00:00Z", "wording": "News"}\
            """)).hasStatus(HttpStatus.ACCEPTED);
        assertThat(Objects.requireNonNull(contacts.loads.getFirst().agreed())).satisfies(agreed -> {
            assertThat(agreed.channel()).isEqualTo("sms");
            assertThat(agreed.at()).isEqualTo(Instant.parse("2026-03-01T09:00:00Z"));
            assertThat(agreed.wording()).isEqualTo("News");
            assertThat(agreed.by().name()).isEqualTo("shop");
        });
    }

    @Test
    void saysWhatIsWrongWithAPointerToIt() {
        assertThat(load("""
            "sheets": [{"columns": {"0": "name"}}, {"columns": {"0": "phone"}},
                       {"sheet": 1, "header_rows": 101, "columns": {"0": "phone"}}],
            "existing": "merge",
            "consent": {"channel": "pigeon", "at": "2999-01-01T00:00:00Z"}\
            """))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"errors": [{"pointer": "/sheets/0/columns", "code": "no_phone_column"},
                                {"pointer": "/sheets/1/sheet", "code": "sheet_twice"},
                                {"pointer": "/sheets/2/header_rows", "code": "out_of_range"},
                                {"pointer": "/existing", "code": "unknown"},
                                {"pointer": "/consent/channel", "code": "unknown"},
                                {"pointer": "/consent/at", "code": "in_the_future"}]}\
                    """);
        assertThat(load("\"sheets\": [], \"sheet\": 1"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/sheets\", \"code\": \"out_of_range\"}]}");
        assertThat(
                        load(
                                "\"sheets\": [null, {\"sheet\": 1, \"columns\": {\"0\": \"phone\", \"1\": null, \"00\": \"name\"}}]"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"errors": [{"pointer": "/sheets/0", "code": "empty"},
                                {"pointer": "/sheets/1/columns/1", "code": "empty"},
                                {"pointer": "/sheets/1/columns/00", "code": "not_a_column"}]}\
                    """);
        assertThat(
                        load(
                                "\"columns\": {\"0\": \"phone\"}, \"consent\": {\"at\": \"-9999-01-01T00:00:00Z\", \"source\": \"a\\u0000\"}"))
                .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"errors": [{"pointer": "/consent/at", "code": "out_of_range"},
                                {"pointer": "/consent/source", "code": "too_long"}]}\
                    """);
        assertThat(contacts.loads).isEmpty();
    }

    @Test
    void takesConsentsFromColumnsAloneAndAsksSinceWhen() {
        assertThat(load("\"columns\": {\"0\": \"phone\", \"1\": \"consent_at\", \"2\": \"consent_source\"}"))
                .hasStatus(HttpStatus.ACCEPTED);
        assertThat(Objects.requireNonNull(contacts.loads.getFirst().agreed()).at())
                .isNull();
        contacts.loads.clear();
        for (String silent : List.of(
                "\"columns\": {\"0\": \"phone\", \"1\": \"consent_source\"}",
                "\"columns\": {\"0\": \"phone\"}, \"consent\": {\"wording\": \"News\"}",
                """
                "sheets": [{"columns": {"0": "phone", "1": "consent_at"}},
                           {"sheet": 1, "columns": {"0": "phone", "1": "consent_channel"}}]\
                """)) {
            assertThat(load(silent))
                    .as(silent)
                    .hasStatus(HttpStatus.UNPROCESSABLE_CONTENT)
                    .bodyJson()
                    .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/consent/at\", \"code\": \"empty\"}]}");
        }
        assertThat(contacts.loads).isEmpty();
    }

    @Test
    void notesConsentsOnlyForWhoMayChangeContacts() {
        String without = "test-without-contacts:edit";
        assertThat(load(without, "\"columns\": {\"0\": \"phone\"}")).hasStatus(HttpStatus.ACCEPTED);
        contacts.loads.clear();
        assertThat(load(without, "\"columns\": {\"0\": \"phone\", \"1\": \"consent_at\"}"))
                .hasStatus(HttpStatus.FORBIDDEN)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:no-right\", \"detail\": \"contacts:edit\"}");
        assertThat(load(without, "\"columns\": {\"0\": \"phone\"}, \"consent\": {\"at\": \"2026-03-01T09:00:00Z\"}"))
                .hasStatus(HttpStatus.FORBIDDEN);
        assertThat(contacts.loads).isEmpty();
    }

    @Test
    void loadsAnUploadedFileByAJob() {
        MvcTestResult uploaded = upload("test-all", "C:\\people.csv");
        assertThat(uploaded).hasStatus(201).bodyJson().isLenientlyEqualTo("{\"name\":\"people.csv\",\"size\":11}");
        String id = id(uploaded);

        assertThat(post("/api/v1/contacts/loads", """
            {"file": "%s", "sheet": 0, "header_rows": 1, "columns": {"0": "phone", "2": "name"},
             "group": "Клиенты"}\
            """.formatted(id)))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"job\":\"77\"}");
        assertThat(contacts.loads.getFirst().sheets().getFirst().columns()).isEqualTo(Map.of(0, "phone", 2, "name"));
        assertThat(get("/api/v1/jobs/77")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"id": "77", "kind": "contacts.load", "state": "done", "done": 1000, "total": 1000,
             "result": {"rows": 1000, "left_out": 1, "refused": 30, "refused_file": "5"}}\
            """);
        assertThat(get("/api/v1/jobs/78")).hasStatus(404);
        assertThat(mvc.get().uri("/api/v1/jobs/77").header("Authorization", "Bearer test-without-contacts:view"))
                .as("what a job found out is for who may do such work")
                .hasStatus(404);
    }

    @Test
    void saysWhatIsWrongWithALoad() {
        assertThat(post("/api/v1/contacts/loads", "{\"file\":\"999\",\"columns\":{\"0\":\"name\",\"x\":\"email\"}}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
                    {"errors": [{"pointer": "/file", "code": "not_found"},
                                {"pointer": "/columns/x", "code": "not_a_column"},
                                {"pointer": "/columns", "code": "no_phone_column"},
                                {"pointer": "/group", "code": "empty"}]}\
                    """);
    }

    private MvcTestResult load(String choices) {
        return load("test-all", choices);
    }

    /** Asks for a load of an uploaded file. */
    private MvcTestResult load(String token, String choices) {
        String id = id(upload(token, "a.xlsx"));
        return mvc.post()
                .uri("/api/v1/contacts/loads")
                .header("Authorization", "Bearer " + token)
                .contentType(MediaType.APPLICATION_JSON)
                .content("{\"file\": \"" + id + "\", \"group\": \"Клиенты\", " + choices + "}")
                .exchange();
    }

    private MvcTestResult upload(String token, String name) {
        return mvc.post()
                .multipart()
                .file(new MockMultipartFile("file", name, "text/csv", "79161234567".getBytes(StandardCharsets.UTF_8)))
                .uri("/api/v1/files")
                .header("Authorization", "Bearer " + token)
                .exchange();
    }

    private static String id(MvcTestResult uploaded) {
        return body(uploaded).replaceAll(".*\"id\":\"(\\d+)\".*", "$1");
    }
}

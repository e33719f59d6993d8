package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class PromoDoorTests extends AsProgram {
    private static final String JOIN = "/api/v1/promo/actions/7/join";

    @Test
    void listsActionsAndHasPeopleJoinOnce() {
        assertThat(get("/api/v1/promo/actions")).hasStatusOk().bodyJson().isStrictlyEqualTo("""
            {"items": [{"id": "7", "name": "Осень", "from": "2026-09-01", "to": "2026-11-30", "code_length": 8, "given": 5,
                        "left": 95, "joinable": true}]}\
            """);
        assertThat(post(JOIN, "{\"phones\": [\"8 (916) 555-00-01\", \"+79165550002\"]}"))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"added\": 2, \"known\": 0}");
        assertThat(post(JOIN, "{\"phone\": \"+79165550002\"}"))
                .hasStatus(202)
                .bodyJson()
                .isStrictlyEqualTo("{\"added\": 0, \"known\": 1}");
        assertThat(post(JOIN, "{\"group\": \"11\"}")).hasStatus(202).bodyJson().isStrictlyEqualTo("{\"job\": \"3\"}");
        assertThat(post(JOIN, "{\"group\": \"12\"}")).hasStatus(422);
        assertThat(post("/api/v1/promo/actions/8/join", "{\"phone\": \"+79165550002\"}"))
                .hasStatus(404);
        assertThat(post(JOIN, "{\"phones\": [\"+79165550002\", \"12\"]}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("{\"errors\": [{\"pointer\": \"/phones/1\", \"code\": \"bad_number\"}]}");
        assertThat(post(JOIN, "{\"phone\": \"+79165550002\"}", "test-without-promo:edit", ""))
                .hasStatus(403);
        assertThat(post(JOIN, "{\"phones\": [\"+79165550002\", \"+79165550003\"]}", "test-bound", ""))
                .as("more than the key may send")
                .hasStatus(429);
        assertThat(post(JOIN, "{\"phone\": \"+79165550002\"}", "test-bound", ""))
                .hasStatus(202);
        assertThat(post(JOIN, "{\"group\": \"11\"}", "test-bound", "")).hasStatus(403);
    }

    @Test
    void checksRedeemsAndTakesBack() {
        assertThat(post("/api/v1/promo/codes/check", "{\"code\": \"GOOD1234\"}"))
                .hasStatusOk()
                .bodyJson()
                .isStrictlyEqualTo("""
                    {"state": "good", "code": "GOOD1234", "action": "7", "name": "Осень", "instruction": "Скидка 20 %",
                     "until": "2026-12-01T00:00:00Z"}\
                    """);
        assertThat(post("/api/v1/promo/codes/redeem", "{\"code\": \"GOOD1234\"}"))
                .hasStatus(422);
        assertThat(post("/api/v1/promo/codes/redeem", "{\"code\": \"GOOD1234\", \"amount\": \"1250.50\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"redeemed\", \"redeemed_amount\": \"1250.5000\"}");
        assertThat(post("/api/v1/promo/codes/redeem", "{\"code\": \"GOOD1234\", \"amount\": \"1\"}"))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:code-used\"}");
        assertThat(post("/api/v1/promo/codes/return", "{\"code\": \"GOOD1234\", \"reason\": \"mistake\"}"))
                .hasStatusOk()
                .bodyJson()
                .isLenientlyEqualTo("{\"state\": \"returned\"}");
        assertThat(post("/api/v1/promo/codes/return", "{\"code\": \"GOOD1234\", \"reason\": \"a\\u0000b\"}"))
                .hasStatus(422);
        assertThat(post("/api/v1/promo/codes/check", "{\"code\": \"NOBODYS1\"}"))
                .hasStatus(404);
        assertThat(post("/api/v1/promo/codes/check", "{\"code\": \"PAUSE123\"}"))
                .hasStatus(429)
                .hasHeader("Retry-After", "42");
        assertThat(post("/api/v1/promo/codes/check", "{\"code\": \"GOOD1234\"}", "test-without-promo:till", ""))
                .hasStatus(403);
    }
}

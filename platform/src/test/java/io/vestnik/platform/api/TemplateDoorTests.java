package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

class TemplateDoorTests extends AsProgram {
    private static final String SALE = """
            {"folder": "Продажи", "draft": {"name": "Скидка", "sender": "VESTNIK", "text": "Привет, [Имя]", "groups": ["11"]}, \
            "version": %d}\
            """;

    @Autowired
    private FewTemplates templates;

    @BeforeEach
    void startAnew() {
        templates.kept.clear();
    }

    @Test
    void keepsATemplateAndTellsItAsADraft() {
        assertThat(post("/api/v1/templates", SALE.formatted(0)))
                .hasStatus(201)
                .bodyJson()
                .isLenientlyEqualTo("""
            {"id": "1", "version": 1, "folder": "Продажи", "changed_at": "2026-11-21T09:00:00Z",
             "draft": {"name": "Скидка", "sender": "VESTNIK", "text": "Привет, [Имя]", "groups": ["11"], "short_links": false}}\
            """);
        assertThat(get("/api/v1/templates?folder=Другая")).bodyJson().isStrictlyEqualTo("{\"items\": []}");
        assertThat(get("/api/v1/templates/1")).hasStatusOk();
        assertThat(put("/api/v1/templates/1", SALE.formatted(7)))
                .hasStatus(409)
                .bodyJson()
                .isLenientlyEqualTo("{\"type\": \"urn:vestnik:problem:stale\", \"current\": 1}");
        assertThat(put("/api/v1/templates/1", SALE.formatted(1))).hasStatusOk();
        assertThat(delete("/api/v1/templates/1")).hasStatus(204);
        assertThat(get("/api/v1/templates/1")).hasStatus(404);
    }

    @Test
    void saysWhatIsWrongWithATemplate() {
        assertThat(post("/api/v1/templates", "{}")).hasStatus(422);
        assertThat(post("/api/v1/templates", "{\"draft\": {\"sender\": \"VESTNIK\"}}"))
                .hasStatus(422)
                .bodyJson()
                .isLenientlyEqualTo("""
            {"errors": [{"pointer": "/draft/text", "code": "empty"}, {"pointer": "/folder", "code": "too_many"}]}\
            """);
    }
}

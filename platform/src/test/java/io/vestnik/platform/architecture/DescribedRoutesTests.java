package io.vestnik.platform.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.vestnik.platform.OverHttp;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import java.io.IOException;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * The description of the API against the server that it describes: every route is in it and nothing else, and each operation is sent as
 * its example says, over real HTTP, and answers as its schema says.
 */
class DescribedRoutesTests extends OverHttp {
    private static final Set<String> METHODS = Set.of("get", "post", "put", "patch", "delete");
    private static final HttpClient HTTP = HttpClient.newHttpClient();

    /** What the objects of the walk cannot answer well, and the problem that they answer with instead. */
    private static final Map<String, String> REFUSED = Map.ofEntries(
            Map.entry("GET /api/v1/campaigns/{id}/preview", "preview-not-ready"),
            Map.entry("POST /api/v1/campaigns/{id}/confirm", "outdated"),
            Map.entry("POST /api/v1/campaigns/{id}/await-payment", "wrong-state"),
            Map.entry("POST /api/v1/campaigns/{id}/pause", "wrong-state"),
            Map.entry("POST /api/v1/campaigns/{id}/resume", "wrong-state"),
            Map.entry("POST /api/v1/campaigns/{id}/cancel", "wrong-state"),
            Map.entry("POST /api/v1/campaigns/{id}/speed", "wrong-state"),
            Map.entry("POST /api/v1/campaigns/{id}/move", "wrong-state"),
            Map.entry("POST /api/v1/campaigns/{id}/exports", "not-started"),
            Map.entry("GET /api/v1/campaigns/{id}/report", "not-started"),
            Map.entry("POST /api/v1/reports/orders", "invalid"),
            Map.entry("POST /api/v1/contacts/erasures/{id}/again", "wrong-state"),
            Map.entry("POST /api/v1/plans/{id}/resume", "wrong-state"),
            Map.entry("POST /api/v1/senders/{id}/code", "wrong-state"),
            Map.entry("POST /api/v1/senders/{id}/confirm", "wrong-state"),
            Map.entry("POST /api/v1/promo/actions/{id}/codes/loads", "wrong-state"),
            Map.entry("POST /api/v1/promo/codes/check", "not-found"),
            Map.entry("POST /api/v1/promo/codes/redeem", "not-found"),
            Map.entry("POST /api/v1/promo/codes/return", "not-found"));

    private final Map<String, String> tokens = new HashMap<>();
    private final ForeignObjects objects;
    private JsonNode description;

    @Autowired
    DescribedRoutesTests(ApplicationContext context, JsonMapper json) {
        this.objects = new ForeignObjects(context);
        this.description = json.nullNode();
    }

    @BeforeEach
    void readTheDescription() throws IOException, InterruptedException {
        HttpRequest request =
                HttpRequest.newBuilder(uri("/api/v1/openapi.json")).build();
        description = json.readTree(HTTP.send(request, BodyHandlers.ofString()).body());
    }

    /** One operation of the description. */
    private record Operation(String method, String path, JsonNode told) {
        private String name() {
            return method.toUpperCase(Locale.ROOT) + " " + path;
        }

        private JsonNode body() {
            return told.path("requestBody").path("content").path("application/json");
        }

        private JsonNode answer(String status) {
            JsonNode content = told.path("responses").path(status).path("content");
            return content.isEmpty() ? content : content.iterator().next();
        }

        private boolean octets(String status) {
            return told.path("responses").path(status).path("content").has("application/octet-stream");
        }

        private List<String> goods() {
            return told.path("responses").propertyNames().stream()
                    .filter(status -> status.startsWith("2"))
                    .toList();
        }
    }

    @Test
    void everyRouteIsDescribedAndNothingElse() {
        Set<String> routes = new TreeSet<>();
        context.getBean("requestMappingHandlerMapping", RequestMappingHandlerMapping.class)
                .getHandlerMethods()
                .keySet()
                .forEach(route -> route.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/v1/"))
                        .filter(path -> !path.startsWith("/api/v1/docs") && !path.startsWith("/api/v1/openapi"))
                        .forEach(path -> route.getMethodsCondition()
                                .getMethods()
                                .forEach(method -> routes.add(method + " " + path))));
        assertThat(operations().stream().map(Operation::name)).containsExactlyInAnyOrderElementsOf(routes);
    }

    @Test
    void eachOperationHasExamplesThatFitItsSchemas() {
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations()) {
            if (operation.told().path("summary").asString("").isEmpty()) {
                faults.add(operation.name() + " has no summary");
            }
            if (!operation.body().isMissingNode()) {
                fits(
                        operation.name() + " request",
                        operation.body(),
                        operation.body().path("example"),
                        faults);
            }
            for (String status : operation.goods()) {
                JsonNode answer = operation.answer(status);
                if (!answer.isMissingNode() && !operation.octets(status)) {
                    fits(operation.name() + " " + status, answer, answer.path("example"), faults);
                }
            }
            operation.told().path("parameters").forEach(parameter -> {
                if (parameter.path("required").asBoolean() && !parameter.has("example")) {
                    faults.add(operation.name() + " has no example of " + parameter.path("name"));
                }
            });
        }
        assertThat(faults).isEmpty();
    }

    @Test
    void eachOperationAnswersItsExampleAsItsSchemaSays() throws IOException, InterruptedException {
        List<String> faults = new ArrayList<>();
        for (Operation operation : operations()) {
            ask(operation, faults);
        }
        assertThat(faults).isEmpty();
    }

    private void ask(Operation operation, List<String> faults) throws IOException, InterruptedException {
        Optional<ForeignObjects.Target> target =
                operation.path().contains("{") && !"not-found".equals(REFUSED.get(operation.name()))
                        ? objects.targetOf(operation.path())
                        : Optional.empty();
        String path =
                target.map(ForeignObjects.Target::path).orElse(operation.path().replaceAll("\\{\\w+}", "999999999"));
        String owner = target.map(ForeignObjects.Target::owner).orElse(usual(path));
        HttpRequest.Builder request =
                HttpRequest.newBuilder(uri(path + query(operation))).header("Authorization", "Bearer " + token(owner));
        if (operation.told().path("requestBody").path("content").has("multipart/form-data")) {
            request.header("Content-Type", "multipart/form-data; boundary=walk")
                    .POST(BodyPublishers.ofString(
                            "--walk\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.pdf\"\r\n"
                                    + "Content-Type: application/pdf\r\n\r\n%PDF-1.7\r\n--walk--\r\n"));
        } else {
            boolean bare = operation.body().isMissingNode();
            request.header("Content-Type", "application/json")
                    .method(
                            operation.method().toUpperCase(Locale.ROOT),
                            bare ? BodyPublishers.noBody() : BodyPublishers.ofString(body(operation, owner)));
        }
        HttpResponse<String> answer = HTTP.send(request.build(), BodyHandlers.ofString());
        judge(operation, answer, faults);
    }

    /** Who asks for what is of no account in particular, and may. */
    private static String usual(String path) {
        if (path.startsWith("/api/v1/links/")) {
            return "operator";
        }
        return path.startsWith("/api/v1/accounts") ? "partner" : "client";
    }

    private void judge(Operation operation, HttpResponse<String> answer, List<String> faults) {
        String status = Integer.toString(answer.statusCode());
        String refusal = REFUSED.get(operation.name());
        String got = operation.name() + " answers " + status + " " + answer.body();
        if (operation.goods().contains(status) && refusal == null) {
            JsonNode media = operation.answer(status);
            if (operation.octets(status)) {
                if (answer.body().isEmpty()) {
                    faults.add(got + ", but octets are described");
                }
            } else if (media.isMissingNode()) {
                if (!answer.body().isEmpty()) {
                    faults.add(got + ", but no content is described");
                }
            } else {
                fits(got, media, json.readTree(answer.body()), faults);
            }
        } else if (refusal != null && answer.body().contains("\"urn:vestnik:problem:" + refusal + "\"")) {
            fits(got, operation.answer("default"), json.readTree(answer.body()), faults);
        } else {
            faults.add(got);
        }
    }

    private String query(Operation operation) {
        return operation
                .told()
                .path("parameters")
                .valueStream()
                .filter(parameter -> parameter.path("in").asString().equals("query") && parameter.has("example"))
                .map(parameter -> parameter.path("name").asString() + "="
                        + URLEncoder.encode(parameter.path("example").asString(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&", "?", ""));
    }

    /** The example with ids of things that are there. */
    private String body(Operation operation, String owner) {
        JsonNode body = operation.body().path("example").deepCopy();
        if (body instanceof ObjectNode object) {
            replace(object.path("draft") instanceof ObjectNode draft ? draft : object, "name", fresh());
            replace(object, "file", id("/files/{id}"));
            replace(object, "campaign", id("/api/v1/campaigns/{id}"));
            replace(object, "into", id("/api/v1/groups/{id}"));
            if (object.path("to").asString("").matches("\\d+")) {
                replace(object, "to", id("/api/v1/groups/{id}"));
            }
            if (operation.path().endsWith("/links/settings")) {
                replace(object, "address", "go" + System.nanoTime() + ".example.com");
            }
            replace(object.path("draft") instanceof ObjectNode draft ? draft : object, "groups", group(owner));
            if (!operation.path().endsWith("/loads")) {
                replace(object, "group", group(owner));
            }
        }
        return json.writeValueAsString(body);
    }

    private static void replace(ObjectNode object, String name, String id) {
        if (object.path(name).isArray()) {
            object.putArray(name).add(id);
        } else if (object.has(name)) {
            object.put(name, id);
        }
    }

    /** A name that nothing has yet. */
    private static String fresh() {
        return "N" + Long.toString(System.nanoTime() % 1_000_000_000L, Character.MAX_RADIX);
    }

    /** A group with somebody in it. */
    private String group(String owner) {
        String id = id("/api/v1/groups/{id}");
        context.getBean(Groups.class)
                .join(
                        SignIns.who(owner, context).account(),
                        new GroupId(Long.parseLong(id)),
                        List.of("79167739999"),
                        true);
        return id;
    }

    private String id(String path) {
        String made = objects.targetOf(path).orElseThrow().path();
        return made.substring(made.lastIndexOf('/') + 1);
    }

    private void fits(String what, JsonNode media, JsonNode value, List<String> faults) {
        if (value.isMissingNode()) {
            faults.add(what + " has no example");
            return;
        }
        List<Error> errors = schema(media.path("schema")).validate(value);
        errors.forEach(error -> faults.add(what + ": " + error));
    }

    /** The schema with all that it refers to; what is not described may not be there. */
    private Schema schema(JsonNode told) {
        ObjectNode whole = json.createObjectNode();
        whole.set("components", closed());
        whole.setAll((ObjectNode) told.deepCopy());
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(whole);
    }

    private JsonNode closed() {
        ObjectNode components = (ObjectNode) description.path("components").deepCopy();
        components.path("schemas").properties().forEach(schema -> {
            if (schema.getValue() instanceof ObjectNode object
                    && object.has("properties")
                    && !object.has("additionalProperties")
                    && !schema.getKey().equals("Problem")) {
                object.put("additionalProperties", false);
            }
        });
        return components;
    }

    private List<Operation> operations() {
        List<Operation> operations = new ArrayList<>();
        description
                .path("paths")
                .properties()
                .forEach(path -> path.getValue().properties().stream()
                        .filter(method -> METHODS.contains(method.getKey()))
                        .forEach(method ->
                                operations.add(new Operation(method.getKey(), path.getKey(), method.getValue()))));
        // What is made comes before what is read, and what is read before what is deleted.
        operations.sort(Comparator.comparingInt(
                operation -> List.of("post", "get", "put", "patch", "delete").indexOf(operation.method())));
        return operations;
    }

    private String token(String login) {
        return tokens.computeIfAbsent(
                login,
                it -> context.getBean(KeyRing.class)
                        .create(SignIns.who(it, context), "described", Role.OWNER)
                        .orElseThrow());
    }
}

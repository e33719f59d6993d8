package io.vestnik.platform.api;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.jobs.JobRights;
import io.vestnik.platform.jobs.Jobs;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RestController;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;
import tools.jackson.databind.node.StringNode;
import tools.jackson.databind.util.NamingStrategyImpls;

/** How long work stands. */
@RestController
@Tag(name = "Jobs")
class JobDoor {
    /** What is an id in results, besides files of some kind. */
    private static final Set<String> IDS = Set.of("file", "deletion");

    private final Jobs jobs;
    private final JobRights rights;
    private final Refusals refusals;
    private final JsonMapper json;

    JobDoor(Jobs jobs, JobRights rights, Refusals refusals, JsonMapper json) {
        this.jobs = jobs;
        this.rights = rights;
        this.refusals = refusals;
        this.json = json;
    }

    /**
     * A job.
     *
     * @param state waiting, running, done, failed or cancelled
     * @param done units finished so far, of {@code total}, which is 0 while not known
     * @param result what a finished job found out
     * @param message why it failed
     */
    record JobView(
            String id,
            String kind,
            String state,
            long done,
            long total,

            @Schema(implementation = Object.class) @Nullable JsonNode result,

            @Nullable String message) {}

    @GetMapping("/api/v1/jobs/{id}")
    @PreAuthorize("hasAuthority('work:view')")
    @Operation(summary = "Ask how long work stands")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = JobView.class)))
    ResponseEntity<Object> job(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return Ids.read(id, JobId::new)
                .flatMap(job -> jobs.find(who.account(), job))
                .filter(job -> rights.maySee(job, who::may))
                .map(job -> ResponseEntity.<Object>ok(view(job)))
                .orElseGet(refusals::notFound);
    }

    private JobView view(Job job) {
        return new JobView(
                job.id().toString(),
                job.kind(),
                job.state().name().toLowerCase(Locale.ROOT),
                job.done(),
                job.total(),
                job.result() == null ? null : snakeCased(json.readTree(job.result())),
                job.message());
    }

    /** Names of a result are those of our own records; the API writes them with underscores. */
    private static JsonNode snakeCased(JsonNode result) {
        if (!(result instanceof ObjectNode object)) {
            return result;
        }
        ObjectNode named = object.objectNode();
        for (Map.Entry<String, JsonNode> property : object.properties()) {
            JsonNode value = property.getValue();
            if (!value.isNull()) {
                named.set(
                        NamingStrategyImpls.SNAKE_CASE.translate(property.getKey()),
                        property.getKey().endsWith("File") || IDS.contains(property.getKey()) ? id(value) : value);
            }
        }
        return named;
    }

    /** An id is a string in the API, whether it was kept as a number or as a record. */
    private static JsonNode id(JsonNode value) {
        JsonNode number = value.isObject() ? value.path("value") : value;
        return StringNode.valueOf(number.asString());
    }
}

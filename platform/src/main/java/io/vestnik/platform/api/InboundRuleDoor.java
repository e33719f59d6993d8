package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.pipeline.InboundNumbers;
import io.vestnik.platform.pipeline.InboundRules;
import io.vestnik.platform.pipeline.InboundRules.Kept;
import io.vestnik.platform.pipeline.InboundRules.Rule;
import io.vestnik.platform.pipeline.InboundRules.Terms;
import io.vestnik.platform.shell.ProblemType;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestAttribute;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The numbers that people write to, and what is done about what they write. */
@RestController
@RequestMapping("/api/v1/inbound")
@Tag(name = "Inbound")
class InboundRuleDoor {
    private final InboundRules rules;
    private final InboundNumbers numbers;
    private final Refusals refusals;

    InboundRuleDoor(InboundRules rules, InboundNumbers numbers, Refusals refusals) {
        this.rules = rules;
        this.numbers = numbers;
        this.refusals = refusals;
    }

    /** A number, or a word at it, that is lent to the account; days of UTC. */
    record NumberView(
            String number,
            @Nullable String keyword,
            LocalDate begins,
            @Nullable LocalDate ends) {}

    record NumberList(List<NumberView> items) {}

    /**
     * What is to be done about messages that begin with a word; what is not wanted is left out.
     *
     * @param number that they come to; any where it is left out
     * @param keyword letters and digits, 40 at most; messages that begin with no other rule's word where it is left out
     * @param group that who wrote is put into
     * @param stop whether the word means the same as STOP
     * @param sender that the answer comes from
     * @param answer what is answered, once an hour to a person
     * @param event a name under which programs are told once more
     * @param url an address that is called
     * @param email an address that is written to
     * @param version of the rule that is changed
     */
    record RuleRequest(
            @Nullable String number,
            @Nullable String keyword,
            @Nullable String group,
            @Nullable Boolean stop,
            @Nullable String sender,
            @Nullable String answer,
            @Nullable String event,
            @Nullable String url,
            @Nullable String email,
            @Nullable Integer version) {
        Terms terms() {
            return new Terms(
                    text(number),
                    text(keyword),
                    text(group),
                    Boolean.TRUE.equals(stop),
                    text(sender),
                    text(answer),
                    text(event),
                    text(url),
                    text(email));
        }

        private static String text(@Nullable String written) {
            return Objects.requireNonNullElse(written, "");
        }
    }

    /** A rule; what it does not do is absent. */
    record RuleView(
            String id,
            int version,
            @Nullable String number,
            @Nullable String keyword,
            @Nullable String group,
            boolean stop,
            @Nullable String sender,
            @Nullable String answer,
            @JsonProperty("event") @Nullable String name,
            @Nullable String url,
            @Nullable String email) {}

    /** All rules, by number and word. */
    record RuleList(List<RuleView> items) {}

    @GetMapping("/numbers")
    @PreAuthorize("hasAuthority('inbound:view')")
    @Operation(summary = "List the numbers, and words at them, that are lent to the account")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = NumberList.class)))
    ResponseEntity<Object> numbers(@AuthenticationPrincipal Who who) {
        return ResponseEntity.ok(new NumberList(numbers.lent(who.account()).stream()
                .map(lent -> new NumberView(lent.number(), none(lent.keyword()), lent.begins(), lent.ends()))
                .toList()));
    }

    @GetMapping("/rules")
    @PreAuthorize("hasAuthority('inbound:view')")
    @Operation(summary = "List what is done about messages, by number and word")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleList.class)))
    ResponseEntity<Object> list(@AuthenticationPrincipal Who who) {
        return ResponseEntity.ok(new RuleList(
                rules.list(who.account()).stream().map(InboundRuleDoor::view).toList()));
    }

    @GetMapping("/rules/{id}")
    @PreAuthorize("hasAuthority('inbound:view')")
    @Operation(summary = "Show a rule")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleView.class)))
    ResponseEntity<Object> one(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).map(rule -> ResponseEntity.<Object>ok(view(rule))).orElseGet(refusals::notFound);
    }

    @PostMapping("/rules")
    @PreAuthorize("hasAuthority('inbound:edit')")
    @Operation(summary = "Keep a rule")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = RuleView.class)))
    ResponseEntity<Object> create(
            @AuthenticationPrincipal Who who,
            @RequestBody RuleRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        return mayAnswer(request, use) ? keep(who, 0, request, HttpStatus.CREATED) : refusals.of(ProblemType.KEY_BOUND);
    }

    @PutMapping("/rules/{id}")
    @PreAuthorize("hasAuthority('inbound:edit')")
    @Operation(summary = "Change a rule", description = "As a whole; with the version that was read.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = RuleView.class)))
    ResponseEntity<Object> change(
            @AuthenticationPrincipal Who who,
            @PathVariable String id,
            @RequestBody RuleRequest request,
            @RequestAttribute(name = KeyUse.ATTRIBUTE, required = false) @Nullable KeyUse use) {
        if (!mayAnswer(request, use)) {
            return refusals.of(ProblemType.KEY_BOUND);
        }
        return find(who, id)
                .map(rule -> keep(who, rule.id(), request, HttpStatus.OK))
                .orElseGet(refusals::notFound);
    }

    @DeleteMapping("/rules/{id}")
    @PreAuthorize("hasAuthority('inbound:edit')")
    @Operation(summary = "Delete a rule")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> delete(@AuthenticationPrincipal Who who, @PathVariable String id) {
        return find(who, id).filter(rule -> rules.remove(who, rule.id())).isPresent()
                ? ResponseEntity.noContent().build()
                : refusals.notFound();
    }

    /** Answers go on by themselves: a key with hours or limits keeps none. */
    private static boolean mayAnswer(RuleRequest request, @Nullable KeyUse use) {
        return use == null || !use.bound() || request.terms().answer().isBlank();
    }

    private ResponseEntity<Object> keep(Who who, long id, RuleRequest request, HttpStatus done) {
        int version = Objects.requireNonNullElse(request.version(), 0);
        return switch (rules.keep(who, id, version, request.terms())) {
            case Kept.Done(Rule rule) -> ResponseEntity.status(done).body(view(rule));
            case Kept.Wrong(Map<String, String> faults) -> refusals.invalid(errors(faults));
            case Kept.Stale _ ->
                refusals.with(
                        ProblemType.STALE,
                        "current",
                        rules.find(who.account(), id).map(Rule::version).orElse(0));
            case Kept.Gone _ -> refusals.notFound();
        };
    }

    private static List<FieldError> errors(Map<String, String> faults) {
        return faults.entrySet().stream()
                .sorted(Map.Entry.comparingByKey())
                .map(fault -> new FieldError(
                        "/" + (fault.getKey().equals("name") ? "event" : fault.getKey()), fault.getValue(), null))
                .toList();
    }

    private Optional<Rule> find(Who who, String id) {
        return Ids.read(id, value -> value).flatMap(it -> rules.find(who.account(), it));
    }

    private static RuleView view(Rule rule) {
        Terms terms = rule.terms();
        return new RuleView(
                Long.toString(rule.id()),
                rule.version(),
                none(terms.number()),
                none(terms.keyword()),
                none(terms.group()),
                terms.stop(),
                none(terms.sender()),
                none(terms.answer()),
                none(terms.name()),
                none(terms.url()),
                none(terms.email()));
    }

    private static @Nullable String none(String text) {
        return text.isEmpty() ? null : text;
    }
}

package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.links.LinkDomains;
import io.vestnik.platform.links.LinkDomains.Answer;
import io.vestnik.platform.links.LinkDomains.Settled;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/** What short links begin with, and for the operator where none may lead. */
@RestController
@RequestMapping("/api/v1/links")
@Tag(name = "Settings")
class LinkSettingsDoor {
    private final LinkDomains domains;
    private final Refusals refusals;

    LinkSettingsDoor(LinkDomains domains, Refusals refusals) {
        this.domains = domains;
        this.refusals = refusals;
    }

    /**
     * How links of the account look.
     *
     * @param address of its own, such as go.example.com; absent for that of whoever serves the account
     * @param beginWith what its links begin with, up to the code
     * @param warnFirst whether people are told where they go before they go
     */
    record LinksView(
            @Nullable String address,

            @JsonProperty("begin_with") String beginWith,

            @JsonProperty("warn_first") boolean warnFirst) {}

    /**
     * What is to be settled; what is absent stays.
     *
     * @param address for who serves others; empty for that of whoever serves the account
     */
    record LinksRequest(
            @Nullable String address,
            @JsonProperty("warn_first") @Nullable Boolean warnFirst) {}

    /** A domain, with all below it, to which no link of anybody leads. */
    record ForbiddenView(
            String domain,
            String by,

            @JsonProperty("forbidden_at") Instant at) {}

    /** What is forbidden by hand, by name. */
    record ForbiddenList(List<ForbiddenView> items) {}

    /** A domain, or an address in it. */
    record ForbidRequest(@Nullable String domain) {}

    @GetMapping("/settings")
    @PreAuthorize("hasAnyAuthority('links:settle', 'links:domain')")
    @Operation(summary = "Ask what short links begin with")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinksView.class)))
    ResponseEntity<Object> settled(@AuthenticationPrincipal Who who) {
        Settled now = domains.settled(who.account());
        return ResponseEntity.ok().eTag(tag(now)).body(view(now));
    }

    @PatchMapping("/settings")
    @PreAuthorize("hasAnyAuthority('links:settle', 'links:domain')")
    @Operation(
            summary = "Settle what short links begin with",
            description = "Of links that are made from then on; an address of one's own needs the right links:domain.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = LinksView.class)))
    ResponseEntity<Object> settle(
            @AuthenticationPrincipal Who who,
            @RequestHeader(name = ETags.IF_MATCH, required = false) @Nullable String ifMatch,
            @RequestBody LinksRequest request) {
        Settled seen = domains.settled(who.account());
        if (!ETags.fits(ifMatch, tag(seen))) {
            return refusals.changed(tag(seen));
        }
        String address = Objects.requireNonNullElse(request.address(), seen.address());
        boolean warn = Objects.requireNonNullElse(request.warnFirst(), seen.warn());
        Answer answer = domains.settle(who, address, warn);
        return answer == Answer.DONE ? settled(who) : wrong("/address", answer);
    }

    @GetMapping("/forbidden")
    @PreAuthorize("hasAuthority('links:forbid')")
    @Operation(summary = "List domains where no link may lead, by name")
    ForbiddenList forbidden(@AuthenticationPrincipal Who who) {
        return new ForbiddenList(domains.forbidden(who.account()).stream()
                .map(it -> new ForbiddenView(it.domain(), it.by(), it.at()))
                .toList());
    }

    @PostMapping("/forbidden")
    @PreAuthorize("hasAuthority('links:forbid')")
    @Operation(
            summary = "Forbid a domain",
            description = "With all below it, in all accounts, also in links that were given already.")
    @ApiResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = ForbiddenList.class)))
    ResponseEntity<Object> forbid(@AuthenticationPrincipal Who who, @RequestBody ForbidRequest request) {
        Answer answer = domains.forbid(who, Objects.requireNonNullElse(request.domain(), ""));
        return answer == Answer.DONE
                ? ResponseEntity.status(HttpStatus.CREATED).body(forbidden(who))
                : wrong("/domain", answer);
    }

    @DeleteMapping("/forbidden")
    @PreAuthorize("hasAuthority('links:forbid')")
    @Operation(summary = "Allow a domain again")
    @ApiResponse(responseCode = "204")
    ResponseEntity<Object> allow(
            @AuthenticationPrincipal Who who,
            @Parameter(description = "As the list names it") @RequestParam String domain) {
        return domains.allow(who, domain) ? ResponseEntity.noContent().build() : refusals.notFound();
    }

    private ResponseEntity<Object> wrong(String at, Answer answer) {
        return refusals.invalid(List.of(new FieldError(at, answer.name().toLowerCase(Locale.ROOT), null)));
    }

    private static String tag(Settled settled) {
        return ETags.of(settled.toString());
    }

    private static LinksView view(Settled settled) {
        return new LinksView(settled.address().isEmpty() ? null : settled.address(), settled.prefix(), settled.warn());
    }
}

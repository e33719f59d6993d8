package io.vestnik.platform.api;

import com.fasterxml.jackson.annotation.JsonProperty;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.api.Refusals.FieldError;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.shell.ProblemType;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Line;
import io.vestnik.platform.statistics.Question;
import io.vestnik.platform.statistics.Report;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.statistics.Sums;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.annotations.ParameterObject;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What messages of some days come to. */
@RestController
@Tag(name = "Statistics")
class StatisticsDoor {
    private static final String EVERYBODY = "all";
    private static final int LONGEST = 100;

    private final Statistics statistics;
    private final Refusals refusals;

    StatisticsDoor(Statistics statistics, Refusals refusals) {
        this.statistics = statistics;
        this.refusals = refusals;
    }

    /**
     * What is asked; what is not given does not narrow.
     *
     * @param from the first day, such as 2026-11-01, by the clock of the account
     * @param to the last day
     * @param by hour, day (usual), week, month, status, sender, operator, region, way, mailing, tag, user or account
     * @param account whose: your own where it is left out, all (with those below), or the id of one below
     * @param operator mobile country and network code
     */
    record Asked(
            @Nullable String from,
            @Nullable String to,
            @Nullable String by,
            @Nullable String account,
            @Nullable String state,
            @Nullable String way,
            @Nullable String sender,
            @Nullable String operator,
            @Nullable String region,
            @Nullable String campaign,
            @Nullable String tag) {}

    /**
     * Messages that were counted together.
     *
     * @param key by what: a day or hour, a code, a name, an id; empty where they have none
     * @param charged absent where it is not told: of some states only, and of accounts with several currencies
     */
    record FigureLine(
            String key,
            long messages,
            long parts,
            @Nullable String charged,
            Map<String, Long> states,
            Map<String, Long> marks) {}

    /**
     * Figures of messages.
     *
     * @param cut whether there are more lines than are told, or more campaigns than the newest 10,000 among which a tag or an
     *     author was looked for
     * @param asOf up to when everything that happened is counted
     */
    record Figures(
            List<FigureLine> items,
            FigureLine total,
            boolean cut,
            @Nullable String currency,
            @JsonProperty("as_of") Instant asOf) {}

    @GetMapping("/api/v1/statistics")
    @PreAuthorize("hasAuthority('statistics:view')")
    @Operation(
            summary = "Ask what messages of some days come to",
            description = "Counted together by anything, narrowed by anything. Others' accounts need statistics:below.")
    @ApiResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Figures.class)))
    ResponseEntity<Object> ask(@AuthenticationPrincipal Who who, @ParameterObject Asked asked) {
        if (asked.account() != null && !who.may("statistics:below")) {
            return refusals.of(ProblemType.NO_RIGHT, "statistics:below");
        }
        List<FieldError> errors = new ArrayList<>();
        Optional<Question> question = question(asked, errors);
        if (question.isEmpty()) {
            return refusals.invalid(errors);
        }
        return switch (statistics.ask(who.account(), question.get())) {
            case Report report -> ResponseEntity.ok(view(report, question.get()));
            case Statistics.Refused(Statistics.Reason reason) -> refused(reason);
        };
    }

    private static Optional<Question> question(Asked asked, List<FieldError> errors) {
        LocalDate from = Moments.day("/from", asked.from(), errors);
        LocalDate to = Moments.day("/to", asked.to(), errors);
        if (errors.isEmpty() && (from == null || to == null)) {
            errors.add(new FieldError(from == null ? "/from" : "/to", "empty", null));
        } else if (from != null && to != null && to.isBefore(from)) {
            errors.add(new FieldError("/to", "out_of_range", null));
        }
        Optional<Grouping> by = Grouping.ofCode(Objects.requireNonNullElse(asked.by(), "day"));
        if (by.isEmpty()) {
            errors.add(new FieldError("/by", "unknown", null));
        }
        Question.Whose whose = whose(asked.account(), errors);
        Question.Filters filters = filters(asked, errors);
        return from == null || to == null || !errors.isEmpty()
                ? Optional.empty()
                : by.map(grouping -> new Question(from, to, grouping, whose, filters));
    }

    private static Question.Whose whose(@Nullable String account, List<FieldError> errors) {
        if (account == null) {
            return new Question.Own();
        }
        if (account.equals(EVERYBODY)) {
            return new Question.Everybody();
        }
        Optional<AccountId> one = Ids.read(account, AccountId::new);
        if (one.isEmpty()) {
            errors.add(new FieldError("/account", "not_an_id", null));
        }
        return one.<Question.Whose>map(Question.One::new).orElseGet(Question.Own::new);
    }

    private static Question.Filters filters(Asked asked, List<FieldError> errors) {
        Optional<MessageState> state = Arrays.stream(MessageState.values())
                .filter(it -> it.code().equals(asked.state()))
                .findFirst();
        Optional<Way> way = Arrays.stream(Way.values())
                .filter(it -> it.code().equals(asked.way()))
                .findFirst();
        Optional<CampaignId> campaign =
                Optional.ofNullable(asked.campaign()).flatMap(id -> Ids.read(id, CampaignId::new));
        check("/state", asked.state() != null && state.isEmpty(), errors);
        check("/way", asked.way() != null && way.isEmpty(), errors);
        check("/campaign", asked.campaign() != null && campaign.isEmpty(), errors);
        check("/sender", isNoName(asked.sender()), errors);
        check("/operator", isNoName(asked.operator()), errors);
        check("/region", isNoName(asked.region()), errors);
        check("/tag", isNoName(asked.tag()), errors);
        return new Question.Filters(
                Set.of(),
                state.map(Set::of).orElseGet(Set::of),
                way.orElse(null),
                asked.sender(),
                asked.operator(),
                asked.region(),
                campaign.orElse(null),
                asked.tag(),
                null);
    }

    private static boolean isNoName(@Nullable String written) {
        return written != null && (written.length() > LONGEST || written.indexOf('\0') >= 0);
    }

    private static void check(String pointer, boolean wrong, List<FieldError> errors) {
        if (wrong) {
            errors.add(new FieldError(pointer, "unknown", null));
        }
    }

    private ResponseEntity<Object> refused(Statistics.Reason reason) {
        return switch (reason) {
            case TOO_LONG ->
                refusals.invalid(List.of(new FieldError(
                        "/to",
                        "too_long",
                        Statistics.MOST_DAYS + " days, " + Statistics.MOST_DAYS_OF_HOURS + " by the hour")));
            case HOURS_OF_A_REGION -> refusals.invalid(List.of(new FieldError("/by", "hours_of_a_region", null)));
            case MAILINGS_OF_SEVERAL -> refusals.invalid(List.of(new FieldError("/by", "mailings_of_several", null)));
            case NOT_BELOW -> refusals.invalid(List.of(new FieldError("/account", "not_below", null)));
        };
    }

    private static Figures view(Report report, Question question) {
        boolean money = report.currency() != null && question.filters().states().isEmpty();
        return new Figures(
                report.lines().stream().map(line -> view(line, money)).toList(),
                view(new Line("", report.total()), money),
                report.cut(),
                report.currency(),
                report.counted().asOf());
    }

    static FigureLine view(Line line, boolean money) {
        Sums sums = line.sums();
        Map<String, Long> states = new TreeMap<>();
        sums.states().forEach((state, messages) -> states.put(state.code(), messages));
        Map<String, Long> marks = new TreeMap<>();
        for (MessageMark mark : MessageMark.values()) {
            marks.put(mark.code(), sums.of(mark));
        }
        return new FigureLine(
                line.key(),
                sums.messages(),
                sums.parts(),
                money ? sums.charged().toString() : null,
                states,
                marks);
    }
}

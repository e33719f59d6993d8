package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Audience;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Manner;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Sheet;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.pipeline.Hours;
import io.vestnik.platform.pipeline.SendingTerms;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The form of a campaign as the browser sends it.
 *
 * @param id none while it was never kept
 * @param phones as typed, a line or a comma between numbers
 * @param minutes for how long messages may wait
 * @param when none where it leaves as soon as it is confirmed
 * @param sheet none where nobody has opened it yet
 */
record ComposeForm(
        @Nullable Long id,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String sender,
        @Nullable String text,
        @Nullable List<Long> groups,
        @Nullable List<Long> minus,
        @Nullable String phones,
        @Nullable Integer minutes,
        @Nullable WhenForm when,
        @Nullable Boolean shortLinks,
        @Nullable String reserve,
        @Nullable String tags,
        @Nullable TrialForm trial,
        @Nullable SheetForm sheet) {
    private static final int USUAL_MINUTES = 24 * 60;
    private static final int MOST_MINUTES = 72 * 60;

    /**
     * As it is kept.
     *
     * @param id none where it is no campaign yet
     */
    static ComposeForm of(@Nullable CampaignId id, int version, Draft draft) {
        return new ComposeForm(
                id == null ? null : id.value(),
                version,
                draft.name(),
                draft.sender(),
                draft.text(),
                numbers(draft.audience().groups()),
                numbers(draft.audience().minus()),
                String.join("\n", draft.audience().phones()),
                (int) draft.timing().validity().toMinutes(),
                WhenForm.of(draft.timing()),
                draft.manner().shortLinks(),
                draft.manner().reserve(),
                String.join(", ", draft.manner().tags()),
                TrialForm.of(draft.trial()),
                null);
    }

    /** One that nobody has filled: as the account sends where nothing else is said. */
    static ComposeForm empty(SendingTerms usual, @Nullable String sender, List<Long> groups) {
        Hours hours = usual.hours();
        Timing timing = new Timing(
                        usual.validity(),
                        new Start.Now(),
                        new Spread.AtOnce(),
                        hours == null ? null : new Allowed(hours, Whose.ACCOUNT),
                        usual.quiet())
                .notOnHolidays(usual.notOnHolidays() ? Whose.ACCOUNT : null);
        return new ComposeForm(
                null,
                0,
                "",
                sender,
                "",
                groups,
                List.of(),
                "",
                (int) usual.validity().toMinutes(),
                WhenForm.of(timing),
                usual.shortLinks(),
                null,
                "",
                null,
                null);
    }

    @Nullable
    CampaignId campaign() {
        return id == null || id <= 0 ? null : new CampaignId(id);
    }

    int seen() {
        return Objects.requireNonNullElse(version, 0);
    }

    /** The same form filled anew; whom it is for stays where the other does not say. */
    ComposeForm filled(Draft other) {
        ComposeForm from = of(campaign(), seen(), other);
        boolean says = !other.audience().groups().isEmpty();
        return new ComposeForm(
                id,
                version,
                name,
                from.sender(),
                from.text(),
                says ? from.groups() : groups,
                says ? from.minus() : minus,
                phones,
                from.minutes(),
                from.when(),
                from.shortLinks(),
                from.reserve(),
                from.tags(),
                from.trial(),
                sheet);
    }

    /** The same, for one more group. */
    ComposeForm with(long group) {
        List<Long> more = Stream.concat(Objects.requireNonNullElse(groups, List.<Long>of()).stream(), Stream.of(group))
                .distinct()
                .toList();
        return new ComposeForm(
                id,
                version,
                name,
                sender,
                text,
                more,
                minus,
                phones,
                minutes,
                when,
                shortLinks,
                reserve,
                tags,
                trial,
                sheet);
    }

    /** The same, changed by someone else meanwhile. */
    ComposeForm seenAs(int current) {
        return keptAs(id, current);
    }

    /** The same, kept under this id as this version. */
    ComposeForm keptAs(CampaignId kept, int current) {
        return keptAs((Long) kept.value(), current);
    }

    private ComposeForm keptAs(@Nullable Long kept, int current) {
        return new ComposeForm(
                kept,
                current,
                name,
                sender,
                text,
                groups,
                minus,
                phones,
                minutes,
                when,
                shortLinks,
                reserve,
                tags,
                trial,
                sheet);
    }

    /** The same on the sheet on which another one is written. */
    ComposeForm on(@Nullable SheetForm other) {
        return new ComposeForm(
                id,
                version,
                name,
                sender,
                text,
                groups,
                minus,
                phones,
                minutes,
                when,
                shortLinks,
                reserve,
                tags,
                trial,
                other);
    }

    /** Which opened form it is; none where the browser does not tell. */
    @Nullable
    Sheet onSheet() {
        return sheet == null ? null : sheet.sheet();
    }

    /** As it is kept: the text that stands in the field may be any of those that are tried. */
    Draft draft() {
        return draft(tried().first(written()), tried().trial(written()));
    }

    /** The same with the text that stands in the field for its only one. */
    Draft shown() {
        return draft(written(), null);
    }

    private Draft draft(String text, @Nullable Trial tried) {
        return new Draft(or(name).strip(), or(sender).strip(), text, audience(), timing(), manner(), tried);
    }

    private String written() {
        return or(text).replace("\r\n", "\n");
    }

    /** What is tried, as the page draws it. */
    public TrialForm tried() {
        return Objects.requireNonNullElse(trial, TrialForm.NONE);
    }

    private Audience audience() {
        return new Audience(groups(groups), words(phones), groups(minus));
    }

    private Timing timing() {
        Duration validity =
                Duration.ofMinutes(Math.clamp(Objects.requireNonNullElse(minutes, USUAL_MINUTES), 1, MOST_MINUTES));
        return when == null ? new Timing(validity) : when.timing(validity);
    }

    private Manner manner() {
        String other = or(reserve).strip();
        return new Manner(Boolean.TRUE.equals(shortLinks), other.isEmpty() ? null : other, words(tags));
    }

    private static List<GroupId> groups(@Nullable List<Long> chosen) {
        return Objects.requireNonNullElse(chosen, List.<Long>of()).stream()
                .filter(group -> group > 0)
                .distinct()
                .map(GroupId::new)
                .toList();
    }

    private static List<Long> numbers(List<GroupId> groups) {
        return groups.stream().map(GroupId::value).toList();
    }

    private static List<String> words(@Nullable String written) {
        return Arrays.stream(or(written).split("[\\n,;]+", -1))
                .map(String::strip)
                .filter(word -> !word.isEmpty())
                .distinct()
                .toList();
    }

    boolean unnamed() {
        return or(name).isBlank();
    }

    /** Nothing that would be worth keeping. */
    boolean blank() {
        return or(text).isBlank()
                && or(name).isBlank()
                && or(phones).isBlank()
                && Objects.requireNonNullElse(groups, List.of()).isEmpty();
    }

    private static String or(@Nullable String value) {
        return Objects.requireNonNullElse(value, "");
    }
}

package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.CampaignId;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The form of a campaign as the browser sends it.
 *
 * @param id none while it was never kept
 * @param phones as typed, a line or a comma between numbers
 * @param hours for how long messages may wait
 */
record ComposeForm(
        @Nullable Long id,
        @Nullable Integer version,
        @Nullable String name,
        @Nullable String sender,
        @Nullable String text,
        @Nullable List<Long> groups,
        @Nullable String phones,
        @Nullable Integer hours) {
    private static final int USUAL_HOURS = 24;
    private static final int MOST_HOURS = 72;

    static ComposeForm of(CampaignId id, int version, Draft draft) {
        return new ComposeForm(
                id.value(),
                version,
                draft.name(),
                draft.sender(),
                draft.text(),
                draft.groups().stream().map(GroupId::value).toList(),
                String.join("\n", draft.phones()),
                (int) Math.max(1, draft.validity().toHours()));
    }

    static ComposeForm empty(@Nullable String sender, List<Long> groups) {
        return new ComposeForm(null, 0, "", sender, "", groups, "", USUAL_HOURS);
    }

    @Nullable
    CampaignId campaign() {
        return id == null || id <= 0 ? null : new CampaignId(id);
    }

    int seen() {
        return Objects.requireNonNullElse(version, 0);
    }

    Draft draft() {
        return new Draft(
                or(name).strip(),
                or(sender).strip(),
                or(text).replace("\r\n", "\n"),
                Objects.requireNonNullElse(groups, List.<Long>of()).stream()
                        .filter(group -> group > 0)
                        .distinct()
                        .map(GroupId::new)
                        .toList(),
                Arrays.stream(or(phones).split("[\\n,;]+", -1))
                        .map(String::strip)
                        .filter(phone -> !phone.isEmpty())
                        .toList(),
                Duration.ofHours(Math.clamp(Objects.requireNonNullElse(hours, USUAL_HOURS), 1, MOST_HOURS)));
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

package io.vestnik.platform.api;

import io.vestnik.platform.api.CampaignWire.DraftRequest;
import io.vestnik.platform.api.TimingWire.CapRequest;
import io.vestnik.platform.api.TimingWire.HoursRequest;
import io.vestnik.platform.api.TrialWire.TrialRequest;
import io.vestnik.platform.campaigns.Allowed;
import io.vestnik.platform.campaigns.Campaigns.Cap;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Campaigns.Timing;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.contacts.GroupId;
import java.time.DayOfWeek;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Drafts as whoever reads them would have written them. */
final class DraftWire {
    private DraftWire() {}

    static DraftRequest written(Draft draft) {
        Timing timing = draft.timing();
        Start.At at = timing.start() instanceof Start.At it ? it : null;
        return new DraftRequest(
                draft.name(),
                draft.sender(),
                draft.text(),
                ids(draft.audience().groups()),
                draft.audience().phones(),
                ids(draft.audience().minus()),
                draft.manner().shortLinks(),
                draft.manner().reserve(),
                draft.manner().tags(),
                at == null || at.local() == null ? null : at.local().toString(),
                at == null ? null : at.clock().code(),
                timing.spread() instanceof Spread.Over over
                        ? Math.toIntExact(over.period().toMinutes())
                        : null,
                timing.spread() instanceof Spread.PerHour hourly ? hourly.messages() : null,
                hours(timing.allowed()),
                timing.quiet(),
                TimingWire.holidays(timing.holidays()),
                timing.stopAbove(),
                cap(timing.cap()),
                trial(draft.trial()),
                Math.toIntExact(timing.validity().toMinutes()));
    }

    private static List<String> ids(List<GroupId> groups) {
        return groups.stream().map(GroupId::toString).toList();
    }

    private static @Nullable HoursRequest hours(@Nullable Allowed allowed) {
        return allowed == null || allowed.hours() == null
                ? null
                : new HoursRequest(
                        allowed.hours().from().toString(),
                        allowed.hours().to().toString(),
                        allowed.hours().days().stream()
                                .map(DayOfWeek::getValue)
                                .sorted()
                                .toList(),
                        allowed.clock().code());
    }

    private static @Nullable TrialRequest trial(@Nullable Trial trial) {
        return trial == null
                ? null
                : new TrialRequest(
                        trial.others(),
                        trial.share(),
                        trial.goal().code(),
                        Math.toIntExact(trial.watch().toHours()),
                        trial.byItself());
    }

    private static @Nullable CapRequest cap(@Nullable Cap cap) {
        return cap == null ? null : new CapRequest(cap.messages(), cap.days());
    }
}

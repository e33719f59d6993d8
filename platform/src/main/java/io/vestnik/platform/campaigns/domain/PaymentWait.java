package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignTurned;
import io.vestnik.platform.campaigns.CampaignTurned.Turn;
import io.vestnik.platform.campaigns.Campaigns.Confirmation;
import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.jobs.JobKind;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.UserId;
import java.time.Duration;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/**
 * Confirms a campaign that waits for money once there is enough, in the name of who asked for it. A preview that is too old is
 * made anew first: it goes at the prices, and to the people, of that day. Where nobody asked for that, it only tells that there is
 * enough. Whatever comes of it is told.
 */
@Component
class PaymentWait implements JobKind {
    static final String NAME = "campaigns.payment";

    private static final Duration LOOK = Duration.ofSeconds(30);
    private static final Duration COUNTING = Duration.ofSeconds(2);

    private final CampaignStore campaigns;
    private final Confirming confirming;
    private final Drafting drafting;
    private final JsonMapper json;
    private final ApplicationEventPublisher events;

    PaymentWait(
            CampaignStore campaigns,
            Confirming confirming,
            Drafting drafting,
            JsonMapper json,
            ApplicationEventPublisher events) {
        this.events = events;
        this.campaigns = campaigns;
        this.confirming = confirming;
        this.drafting = drafting;
        this.json = json;
    }

    /**
     * Which campaign, and who wanted it.
     *
     * @param telling whether it is only told that there is enough; none in what was asked for before that was done
     * @param preview which preview it waits for when it only tells: another one has a job of its own; none in what was asked for
     *     before that was done
     */
    record Input(
            long campaign,
            @Nullable Long user,
            @Nullable String key,
            String name,
            @Nullable Boolean telling,
            @Nullable Integer preview) {
        Who who(AccountId account) {
            return new Who(account, user == null ? null : new UserId(user), key, name, Set.of());
        }
    }

    @Override
    public String name() {
        return NAME;
    }

    @Override
    public String right() {
        return "campaigns:start";
    }

    @Override
    public Step step(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        CampaignId id = new CampaignId(input.campaign());
        StoredCampaign campaign = campaigns.lock(context.account(), id).orElse(null);
        boolean telling = Boolean.TRUE.equals(input.telling());
        if (campaign == null || campaigns.goesWhenPaid(context.account(), id) == telling) {
            return new Step.Done("{}", 0); // deleted, or somebody has decided otherwise since
        }
        if (telling) {
            return input.preview() == null || input.preview() == campaign.preview()
                    ? tell(campaign)
                    : new Step.Done("{}", 0);
        }
        return switch (campaign.state()) {
            case AWAITING_PAYMENT, PREVIEWED -> pay(input.who(context.account()), campaign);
            case PREVIEWING -> new Step.Rest("{}", 0, 0, COUNTING);
            case DRAFT, AWAITING_APPROVAL, SCHEDULED, RUNNING, PAUSED, CANCELLED, FINISHED -> new Step.Done("{}", 0);
        };
    }

    private Step tell(StoredCampaign campaign) {
        return switch (campaign.state()) {
            case PREVIEWING -> new Step.Rest("{}", 0, 0, COUNTING);
            case PREVIEWED -> {
                campaigns.await(campaign.account(), campaign.id(), false); // it waited, and was only counted anew
                yield whenEnough(campaign);
            }
            case AWAITING_PAYMENT -> whenEnough(campaign);
            case DRAFT, AWAITING_APPROVAL, SCHEDULED, RUNNING, PAUSED, CANCELLED, FINISHED -> new Step.Done("{}", 0);
        };
    }

    private Step whenEnough(StoredCampaign campaign) {
        return confirming.affordable(campaign) ? told(campaign, Turn.PAYABLE) : new Step.Rest("{}", 0, 0, LOOK);
    }

    private Step told(StoredCampaign campaign, Turn turn) {
        events.publishEvent(new CampaignTurned(
                campaign.account(), campaign.id(), campaign.draft().name(), turn));
        return new Step.Done("{}", 0);
    }

    private Step pay(Who who, StoredCampaign campaign) {
        return switch (confirming.confirm(who, campaign.id(), campaign.preview())) {
            case Confirmation.Started _ -> told(campaign, Turn.PAID);
            case Confirmation.AwaitsApproval _, Confirmation.NotFound _ -> new Step.Done("{}", 0);
            case Confirmation.NoMoney _ -> {
                campaigns.await(who.account(), campaign.id(), true);
                yield new Step.Rest("{}", 0, 0, LOOK);
            }
            case Confirmation.Outdated _ ->
                drafting.preview(who, campaign.id()) instanceof Saved.Kept
                        ? new Step.Rest("{}", 0, 0, COUNTING)
                        : giveUp(who, campaign);
            case Confirmation.Refused _ -> giveUp(who, campaign);
        };
    }

    /** It cannot be sent as it stands: a person who looks is told why. */
    private Step giveUp(Who who, StoredCampaign campaign) {
        campaigns.await(who.account(), campaign.id(), false);
        return told(campaign, Turn.REFUSED);
    }

    /** Nobody watches the money any more: whoever relies on it is told. */
    @Override
    public void abandoned(Context context) {
        Input input = json.readValue(context.input(), Input.class);
        CampaignId id = new CampaignId(input.campaign());
        campaigns
                .lock(context.account(), id)
                .filter(campaign -> !Boolean.TRUE.equals(input.telling())
                        && campaign.state().isOpen()
                        && campaigns.goesWhenPaid(context.account(), id))
                .ifPresent(campaign -> {
                    campaigns.leaveToPeople(context.account(), id);
                    told(campaign, Turn.REFUSED);
                });
    }
}

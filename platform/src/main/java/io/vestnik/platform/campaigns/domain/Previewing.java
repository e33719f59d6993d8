package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns.Fault;
import io.vestnik.platform.campaigns.Campaigns.Preview;
import io.vestnik.platform.campaigns.Campaigns.Sample;
import io.vestnik.platform.campaigns.OperatorLine;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Tried;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.SendingRules;
import io.vestnik.platform.texts.Template;
import io.vestnik.platform.texts.Texts;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Begins previews and shows what they came to. */
@Component
class Previewing {
    private final CampaignStore campaigns;
    private final PreviewStore previews;
    private final LongWork work;
    private final Texts texts;
    private final Surroundings surroundings;

    Previewing(CampaignStore campaigns, PreviewStore previews, LongWork work, Texts texts, Surroundings surroundings) {
        this.campaigns = campaigns;
        this.previews = previews;
        this.work = work;
        this.texts = texts;
        this.surroundings = surroundings;
    }

    /** What a preview shows beside what was frozen. */
    @Component
    record Surroundings(Billing billing, Numbering numbering, Linking linking, SendingRules rules, Agendas agendas) {}

    void begin(StoredCampaign campaign, String sender) {
        List<Template> templates = understood(campaign);
        Trial trial = campaign.draft().trial();
        boolean personal =
                templates.stream().anyMatch(template -> !template.fields().isEmpty());
        List<String> texts = templates.stream()
                .map(template -> personal ? template.source() : template.render(Map.of()))
                .toList();
        int number = campaign.preview() + 1;
        JobId job = work.preview(campaign.account(), campaign.id(), number);
        boolean waits = campaign.state() == CampaignState.AWAITING_PAYMENT
                && !campaigns.goesWhenPaid(campaign.account(), campaign.id());
        if (waits) {
            work.awaitAgain(campaign.account(), campaign.id(), number);
        }
        campaigns.beginPreview(campaign.account(), campaign.id(), work.now());
        previews.open(new FrozenPreview(
                campaign.id(),
                number,
                campaign.account(),
                sender,
                texts.getFirst(),
                personal,
                surroundings.linking().actions(campaign.account(), campaign.draft()),
                TrafficType.ADVERTISING,
                job,
                work.now(),
                texts.subList(1, texts.size()),
                trial == null ? 0 : trial.share(),
                surroundings.rules().of(campaign.account()).test(),
                null));
    }

    /** Lets what was frozen go; a large audience goes in the background. */
    void forget(StoredCampaign campaign) {
        previews.deleteBefore(campaign.account(), campaign.id(), Integer.MAX_VALUE);
        if (campaign.preview() > 0) {
            work.removeAudience(campaign.account(), campaign.id());
        }
    }

    /** The templates of its texts. */
    private List<Template> understood(StoredCampaign campaign) {
        return surroundings.linking().marked(campaign.account(), campaign.draft()).stream()
                .map(text -> switch (texts.read(campaign.account(), text)) {
                    case Texts.Reading.Understood understood -> understood.template();
                    case Texts.Reading.Refused refused ->
                        throw new IllegalStateException("Checked before: " + refused.faults());
                })
                .toList();
    }

    Optional<Preview> shown(AccountId account, CampaignId id, int number) {
        return previews.find(account, id, number)
                .flatMap(preview -> Optional.ofNullable(preview.tally()).map(tally -> shown(preview, tally)));
    }

    private Preview shown(FrozenPreview preview, Tally tally) {
        Map<String, Long> leftOut = new LinkedHashMap<>();
        for (Verdict verdict : Verdict.values()) {
            if (tally.leftOut().containsKey(verdict)) {
                leftOut.put(verdict.code(), tally.leftOut().getOrDefault(verdict, 0L));
            }
        }
        return new Preview(
                preview.number(),
                preview.sender(),
                tally.recipients(),
                tally.parts(),
                tally.cost(),
                surroundings.billing().balance(preview.account()).available(),
                byOperator(tally),
                leftOut,
                tally.empty(),
                samples(tally),
                tried(preview, tally),
                faults(preview, tally),
                preview.test());
    }

    /** What would be refused when it is confirmed, as far as nobody has to press the button to know it. */
    private List<Fault> faults(FrozenPreview preview, Tally tally) {
        List<Fault> faults = new ArrayList<>();
        campaigns
                .find(preview.account(), preview.campaign())
                .map(campaign -> surroundings.agendas().of(campaign).neverOpens(tally, work.now()))
                .ifPresent(faults::addAll);
        faults.addAll(surroundings.linking().shortages(preview, tally.recipients()));
        return faults;
    }

    private static List<Tried> tried(FrozenPreview preview, Tally tally) {
        List<Tried> tried = new ArrayList<>();
        for (int i = 0; i < tally.tried().size(); i++) {
            Tally.Tried one = tally.tried().get(i);
            tried.add(new Tried(Linking.example(preview.texts().get(i)), one.parts(), new Money(one.units())));
        }
        return tried;
    }

    private List<OperatorLine> byOperator(Tally tally) {
        return tally.networks().values().stream()
                .filter(network -> network.recipients() > 0)
                .sorted(Comparator.comparingLong(Network::recipients).reversed().thenComparing(Network::mccMnc))
                .map(network -> new OperatorLine(
                        network.mccMnc(),
                        surroundings.numbering().operatorName(network.mccMnc()),
                        network.recipients(),
                        network.parts(),
                        network.cost(),
                        network.reserve()))
                .toList();
    }

    /** A recipient who is remarkable in two ways is shown once. */
    private static List<Sample> samples(Tally tally) {
        Map<String, Sample> byPhone = new LinkedHashMap<>();
        for (Tally.Specimen specimen : tally.samples()) {
            if (specimen.lacks() == null) {
                byPhone.putIfAbsent(specimen.phone(), sample(specimen));
            }
        }
        return List.copyOf(byPhone.values());
    }

    private static Sample sample(Tally.Specimen specimen) {
        return new Sample(
                specimen.phone(),
                Linking.example(specimen.text()),
                specimen.parts(),
                new Money(specimen.units()),
                specimen.note());
    }
}

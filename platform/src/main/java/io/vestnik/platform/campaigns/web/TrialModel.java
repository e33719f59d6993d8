package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Trial;
import io.vestnik.platform.campaigns.Trials;
import io.vestnik.platform.campaigns.Trials.Report;
import io.vestnik.platform.campaigns.Trials.Score;
import io.vestnik.platform.campaigns.Trials.Standing;
import io.vestnik.platform.campaigns.domain.StoredCampaign;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the page of a campaign says of its trial. */
@Component
class TrialModel {
    private static final Set<CampaignState> ON_ITS_WAY =
            Set.of(CampaignState.SCHEDULED, CampaignState.RUNNING, CampaignState.PAUSED);
    private static final double NEVER_SURE = 0.999;

    private final Trials trials;
    private final CampaignTexts texts;

    TrialModel(Trials trials, CampaignTexts texts) {
        this.trials = trials;
        this.texts = texts;
    }

    /** One text and what came of it. */
    record Line(int place, String letter, String text, Score score, String delivered, String clicked, boolean ahead) {}

    /**
     * The report.
     *
     * @param said where it stands, in words
     * @param open whether a person may choose
     */
    record View(List<Line> lines, String said, boolean open) {}

    @Nullable
    View of(StoredCampaign campaign) {
        return campaign.draft().trial() == null
                ? null
                : trials.report(campaign.account(), campaign.id())
                        .map(report -> view(campaign, report))
                        .orElse(null);
    }

    private View view(StoredCampaign campaign, Report report) {
        List<String> written = campaign.draft().texts();
        Integer winner = report.winner();
        int ahead = winner == null ? (report.standing() == Standing.AHEAD ? report.best() : -1) : winner;
        List<Line> lines = new ArrayList<>();
        for (int i = 0; i < report.scores().size(); i++) {
            Score score = report.scores().get(i);
            lines.add(new Line(
                    i,
                    Trial.letter(i),
                    i < written.size() ? written.get(i) : "",
                    score,
                    texts.format().percent(score.delivered(), score.messages()),
                    texts.format().percent(score.clicked(), score.messages()),
                    i == ahead));
        }
        return new View(lines, said(campaign, report), winner == null && ON_ITS_WAY.contains(campaign.state()));
    }

    private String said(StoredCampaign campaign, Report report) {
        String sure = switch (report.standing()) {
            case FEW -> texts.text("campaigns.trial.few");
            case EQUAL -> texts.text("campaigns.trial.equal");
            case AHEAD ->
                texts.text(
                        "campaigns.trial.certainty",
                        Trial.letter(report.best()),
                        Math.floor(Math.min(report.certainty(), NEVER_SURE) * 100));
        };
        Integer winner = report.winner();
        if (winner != null) {
            String letter = Trial.letter(winner);
            return (report.by().isEmpty()
                            ? texts.text("campaigns.trial.won", letter)
                            : texts.text("campaigns.trial.chosen-by", letter, report.by()))
                    + " " + sure;
        }
        Trial trial = campaign.draft().trial();
        if (trial == null || report.decideAt() == null) {
            return texts.text("campaigns.trial.going") + " " + sure;
        }
        String at = texts.format().dateTime(report.decideAt());
        return texts.text(trial.byItself() ? "campaigns.trial.decides" : "campaigns.trial.waits", at) + " " + sure;
    }
}

package io.vestnik.platform.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.campaigns.Campaigns.Saved;
import io.vestnik.platform.campaigns.Whose;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.pipeline.SettledRules;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.assertj.MvcTestResult;

/** On whose holidays campaigns of programs do not leave. */
class HolidaysOfCampaignsTests extends AsProgram {
    @Autowired
    private FakeDoors.OneCampaign campaign;

    @Autowired
    private SettledRules settings;

    @BeforeEach
    void startAnew() {
        campaign.saved = new Saved.Kept(FakeDoors.OneCampaign.ID, 1);
    }

    @AfterEach
    void settleNothing() {
        settings.settle(SendingTerms.USUAL);
    }

    private MvcTestResult keep(String more) {
        return post("/api/v1/campaigns", "{\"sender\": \"VESTNIK\", \"text\": \"Привет\"" + more + "}");
    }

    private @Nullable Whose kept(String more) {
        assertThat(keep(more)).hasStatus(201);
        return campaign.draft.timing().holidays();
    }

    @Test
    void readsOnWhoseHolidaysItDoesNotLeave() {
        assertThat(kept("")).isNull();
        assertThat(kept(", \"holidays\": \"account\"")).isEqualTo(Whose.ACCOUNT);
        assertThat(kept(", \"holidays\": \"recipient\"")).isEqualTo(Whose.RECIPIENT);
        assertThat(keep(", \"holidays\": \"never\"")).hasStatus(422).bodyText().contains("/holidays");
    }

    @Test
    void goesByTheSettingsOfTheAccountWhereTheRequestSaysNothing() {
        settings.settle(SendingTerms.USUAL.leavingOutHolidays(true));
        assertThat(kept("")).isEqualTo(Whose.ACCOUNT);
        assertThat(kept(", \"holidays\": \"send\"")).isNull();
    }
}

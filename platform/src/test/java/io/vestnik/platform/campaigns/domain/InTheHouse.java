package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.store.Transactions;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import tools.jackson.databind.json.JsonMapper;

/** A test of campaigns over a real PostgreSQL, with a house of its own for each case. */
@ModuleTest
abstract class InTheHouse {
    @Autowired
    private CampaignStore campaigns;

    @Autowired
    private PreviewStore previews;

    @Autowired
    private AudienceStore recipients;

    @Autowired
    private CounterStore counters;

    @Autowired
    private WaveStore waves;

    @Autowired
    private ApprovalStore approvals;

    @Autowired
    private TrialStore trials;

    @Autowired
    private Transactions transactions;

    @Autowired
    private JsonMapper json;

    House house;
    House.Stores stores;

    @BeforeEach
    void buildTheHouse() {
        stores = new House.Stores(campaigns, previews, recipients, counters, waves, approvals, trials);
        house = new House(stores, transactions, json);
    }
}

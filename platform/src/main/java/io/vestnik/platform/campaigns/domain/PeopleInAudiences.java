package io.vestnik.platform.campaigns.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.store.PersonalData.Told;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What campaigns keep of the people they go to. */
public interface PeopleInAudiences {
    /** Campaigns of the account behind one, in order. */
    List<CampaignId> campaigns(AccountId account, long after, int limit);

    /** Of these campaigns those that have typed numbers, with them as they were typed. */
    Map<CampaignId, List<String>> typed(AccountId account, List<CampaignId> campaigns);

    void setTyped(AccountId account, CampaignId campaign, List<String> phones);

    /** The people in frozen audiences of these campaigns. */
    List<Line> lines(AccountId account, List<CampaignId> campaigns, Set<String> phones);

    /** Takes them out of the audiences; tells how many rows. */
    int delete(AccountId account, List<CampaignId> campaigns, Set<String> phones);

    /** Where an expansion stands at one of these phones it stands behind the number before it. */
    int forgetPlaces(AccountId account, List<CampaignId> campaigns, Set<String> phones);

    /** Takes their texts out of the samples of previews. */
    int deleteSamples(AccountId account, List<CampaignId> campaigns, Set<String> phones);

    /** The campaigns that a person was in, behind one, in order. */
    List<Told> tell(AccountId account, String phone, List<CampaignId> campaigns);

    /** A person in an audience. */
    record Line(CampaignId campaign, int preview, AudienceLine line) {}
}

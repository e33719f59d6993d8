package io.vestnik.platform.plans.web;

import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class PlansConfiguration {
    @Bean
    MenuEntry plansMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "plans.title", "/plans", PlanRights.VIEW, 30);
    }

    @Bean
    MenuEntry greetingsMenu() {
        return new MenuEntry(
                Section.CAMPAIGNS, "plans.menu.greetings", "/plans?kind=" + PlanTable.GREETING, PlanRights.VIEW, 32);
    }

    @Bean
    Slot greetingOfACampaign() {
        return new Slot(
                "campaign.of-groups.next",
                "plans.greeting.of-campaign",
                "/plans/greetings/new?campaign={id}",
                PlanRights.START,
                20);
    }

    @Bean
    Slot planOfACampaign() {
        return new Slot("campaign.next", "plans.of-campaign", "/plans/new?campaign={id}", PlanRights.START, 10);
    }
}

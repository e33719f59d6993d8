package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.RightsDeclaration;
import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.domain.ApprovalGate;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.MenuEntry;
import io.vestnik.platform.shell.Section;
import io.vestnik.platform.shell.Slot;
import org.springframework.context.MessageSource;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

@Configuration(proxyBeanMethods = false)
class CampaignsConfiguration {
    @Bean
    CampaignTexts campaignTexts(MessageSource messages, Format format) {
        return new CampaignTexts(messages, format);
    }

    @Bean
    RightsDeclaration campaignsRights() {
        return RightsDeclaration.start()
                .grantIn(AccountKind.CLIENT, CampaignRights.VIEW, Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER)
                .grantIn(AccountKind.CLIENT, CampaignRights.EDIT, Role.MARKETER)
                .grantIn(AccountKind.CLIENT, CampaignRights.START, Role.MARKETER)
                .grantIn(AccountKind.CLIENT, ApprovalGate.RIGHT, Role.MARKETER, Role.ACCOUNTANT)
                .grantIn(AccountKind.CLIENT, CampaignRights.RULE)
                .grantIn(AccountKind.CLIENT, CampaignRights.REPORT, Role.MARKETER, Role.ACCOUNTANT, Role.VIEWER);
    }

    @Bean
    MenuEntry campaignsMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "campaigns.all", "/campaigns", CampaignRights.VIEW, 10);
    }

    @Bean
    MenuEntry draftsMenu() {
        return inState(CampaignState.DRAFT, "campaigns.menu.drafts", 11);
    }

    @Bean
    MenuEntry scheduledCampaignsMenu() {
        return inState(CampaignState.SCHEDULED, "campaigns.menu.scheduled", 12);
    }

    private static MenuEntry inState(CampaignState state, String titleKey, int order) {
        return new MenuEntry(
                Section.CAMPAIGNS, titleKey, "/campaigns?state=" + state.code(), CampaignRights.VIEW, order);
    }

    @Bean
    MenuEntry unpaidCampaignsMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "campaigns.unpaid", "/campaigns/unpaid", CampaignRights.VIEW, 15);
    }

    @Bean
    MenuEntry approvalsMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "campaigns.approvals", "/campaigns/approvals", CampaignRights.VIEW, 17);
    }

    @Bean
    MenuEntry newCampaignMenu() {
        return new MenuEntry(Section.CAMPAIGNS, "campaigns.new", "/campaigns/new", CampaignRights.EDIT, 20);
    }

    @Bean
    MenuEntry templatesMenu() {
        return new MenuEntry(
                Section.CAMPAIGNS, "campaigns.templates.title", "/campaigns/templates", CampaignRights.EDIT, 40);
    }

    @Bean
    Slot campaignForGroup() {
        return new Slot(
                "contacts.group", "campaigns.new.for-group", "/campaigns/new?group={id}", CampaignRights.EDIT, 10);
    }
}

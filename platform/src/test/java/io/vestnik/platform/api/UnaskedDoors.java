package io.vestnik.platform.api;

import io.vestnik.platform.accounts.AccountsBelow;
import io.vestnik.platform.accounts.ProgramJournal;
import io.vestnik.platform.billing.AccountMovements;
import io.vestnik.platform.billing.Wallets;
import io.vestnik.platform.campaigns.CampaignTables;
import io.vestnik.platform.campaigns.Moves;
import io.vestnik.platform.campaigns.Series;
import io.vestnik.platform.campaigns.Unpaid;
import io.vestnik.platform.contacts.BulkActs;
import io.vestnik.platform.contacts.BulkContacts;
import io.vestnik.platform.contacts.Choosing;
import io.vestnik.platform.contacts.ContactCards;
import io.vestnik.platform.contacts.ContactExports;
import io.vestnik.platform.contacts.ContactFields;
import io.vestnik.platform.contacts.DeletedContacts;
import io.vestnik.platform.contacts.Doubles;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.contacts.GroupShelf;
import io.vestnik.platform.contacts.Groups;
import io.vestnik.platform.contacts.Segments;
import io.vestnik.platform.contacts.StopSettings;
import io.vestnik.platform.links.LinkDomains;
import io.vestnik.platform.pipeline.Estimates;
import io.vestnik.platform.pipeline.InboundNumbers;
import io.vestnik.platform.pipeline.InboundRules;
import io.vestnik.platform.pipeline.Recall;
import io.vestnik.platform.pipeline.SendingSettings;
import io.vestnik.platform.pipeline.TestModes;
import io.vestnik.platform.plans.OwnDaysOff;
import io.vestnik.platform.plans.PlanMessages;
import io.vestnik.platform.plans.PlanRuns;
import io.vestnik.platform.promo.PromoActions;
import io.vestnik.platform.reports.ReportOrders;
import io.vestnik.platform.senders.SenderCodes;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.statistics.HourFigures;
import io.vestnik.platform.statistics.MailingFigures;
import io.vestnik.platform.statistics.Statistics;
import io.vestnik.platform.tariffs.Tariffs;
import io.vestnik.platform.webhooks.Callbacks;
import java.lang.reflect.Proxy;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;

/** What no test of the slice asks: those doors are tested with what stands behind them. */
@TestConfiguration(proxyBeanMethods = false)
class UnaskedDoors {
    @Bean
    Callbacks callbacks() {
        return unasked(Callbacks.class);
    }

    @Bean
    SendingSettings sendingSettings() {
        return unasked(SendingSettings.class);
    }

    @Bean
    LinkDomains linkDomains() {
        return unasked(LinkDomains.class);
    }

    @Bean
    PlanRuns planRuns() {
        return unasked(PlanRuns.class);
    }

    @Bean
    PlanMessages planMessages() {
        return unasked(PlanMessages.class);
    }

    @Bean
    OwnDaysOff ownDaysOff() {
        return unasked(OwnDaysOff.class);
    }

    @Bean
    Series series() {
        return unasked(Series.class);
    }

    @Bean
    Unpaid unpaid() {
        return unasked(Unpaid.class);
    }

    @Bean
    Tariffs tariffs() {
        return unasked(Tariffs.class);
    }

    @Bean
    ProgramJournal programJournal() {
        return unasked(ProgramJournal.class);
    }

    @Bean
    InboundRules inboundRules() {
        return unasked(InboundRules.class);
    }

    @Bean
    InboundNumbers inboundNumbers() {
        return unasked(InboundNumbers.class);
    }

    @Bean
    Moves moves() {
        return unasked(Moves.class);
    }

    @Bean
    Estimates estimates() {
        return unasked(Estimates.class);
    }

    @Bean
    Recall recall() {
        return unasked(Recall.class);
    }

    @Bean
    Groups groups() {
        return unasked(Groups.class);
    }

    @Bean
    ContactCards cards() {
        return unasked(ContactCards.class);
    }

    @Bean
    Choosing choosing() {
        return unasked(Choosing.class);
    }

    @Bean
    Segments segments() {
        return unasked(Segments.class);
    }

    @Bean
    ContactFields contactFields() {
        return unasked(ContactFields.class);
    }

    @Bean
    BulkActs bulkActs() {
        return unasked(BulkActs.class);
    }

    @Bean
    DeletedContacts deletedContacts() {
        return unasked(DeletedContacts.class);
    }

    @Bean
    GroupShelf groupShelf() {
        return unasked(GroupShelf.class);
    }

    @Bean
    Doubles doubles() {
        return unasked(Doubles.class);
    }

    @Bean
    ContactExports contactExports() {
        return unasked(ContactExports.class);
    }

    @Bean
    CampaignTables campaignTables() {
        return unasked(CampaignTables.class);
    }

    @Bean
    MailingFigures mailingFigures() {
        return unasked(MailingFigures.class);
    }

    @Bean
    HourFigures hourFigures() {
        return unasked(HourFigures.class);
    }

    @Bean
    ReportOrders reportOrders() {
        return unasked(ReportOrders.class);
    }

    @Bean
    PromoActions promoActions() {
        return unasked(PromoActions.class);
    }

    @Bean
    StopSettings stopSettings() {
        return unasked(StopSettings.class);
    }

    @Bean
    Erasures erasures() {
        return unasked(Erasures.class);
    }

    @Bean
    BulkContacts bulk() {
        return unasked(BulkContacts.class);
    }

    @Bean
    SenderNames senders() {
        return unasked(SenderNames.class);
    }

    @Bean
    SenderPapers papers() {
        return unasked(SenderPapers.class);
    }

    @Bean
    SenderCodes codes() {
        return unasked(SenderCodes.class);
    }

    @Bean
    AccountMovements movements() {
        return unasked(AccountMovements.class);
    }

    @Bean
    Statistics statistics() {
        return unasked(Statistics.class);
    }

    @Bean
    AccountsBelow accountsBelow() {
        return unasked(AccountsBelow.class);
    }

    @Bean
    TestModes testModes() {
        return unasked(TestModes.class);
    }

    @Bean
    Wallets wallets() {
        return unasked(Wallets.class);
    }

    private static <T> T unasked(Class<T> contract) {
        return contract.cast(Proxy.newProxyInstance(
                contract.getClassLoader(),
                new Class<?>[] {contract},
                (proxy, method, arguments) -> switch (method.getName()) {
                    case "hashCode" -> System.identityHashCode(proxy);
                    case "equals" -> System.identityHashCode(proxy) == System.identityHashCode(arguments[0]);
                    case "toString" -> contract.getSimpleName();
                    default -> throw new AssertionError("no door of these tests asks for " + method);
                }));
    }
}

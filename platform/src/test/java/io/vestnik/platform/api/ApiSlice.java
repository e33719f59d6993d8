package io.vestnik.platform.api;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Caller;
import io.vestnik.platform.accounts.KeyUse;
import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.accounts.Sealing;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.ToGroup;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.pipeline.SettledRules;
import io.vestnik.platform.shell.BearerTokens;
import io.vestnik.platform.store.TestDatabase;
import io.vestnik.platform.texts.KnownTexts;
import io.vestnik.platform.texts.Texts;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.TypeExcludeFilter;
import org.springframework.boot.test.context.TestConfiguration;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.context.annotation.FilterType;
import org.springframework.context.annotation.Import;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.authority.SimpleGrantedAuthority;

/** The doors of the API in the frame, over a real database, with fakes behind them. */
@TestConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration
@ComponentScan(
        basePackages = {
            "io.vestnik.platform.shell",
            "io.vestnik.platform.store",
            "io.vestnik.platform.files",
            "io.vestnik.platform.api"
        },
        excludeFilters = @ComponentScan.Filter(type = FilterType.CUSTOM, classes = TypeExcludeFilter.class))
@Import({TestDatabase.class, UnaskedDoors.class})
class ApiSlice {
    private static final Set<String> RIGHTS = Set.of(
            "messages:send",
            "messages:view",
            "contacts:view",
            "contacts:edit",
            "contacts:load",
            "contacts:stops",
            "contacts:stops-edit",
            "work:view",
            "campaigns:view",
            "campaigns:edit",
            "campaigns:start",
            "campaigns:report",
            "inbound:view",
            "inbound:edit",
            "billing:view",
            "promo:view",
            "promo:edit",
            "promo:till",
            "webhooks:view",
            "webhooks:edit");

    /** {@code test-} and anything; {@code test-without-RIGHT} lacks the right, {@code test-bound} has a limit. */
    @Bean
    BearerTokens tokens() {
        return (token, request) -> {
            if (!token.startsWith("test-")) {
                return new BearerTokens.Bearer.Unknown();
            }
            new Caller(FakeDoors.SHOP, (long) token.hashCode(), token).note(request);
            request.setAttribute(KeyUse.ATTRIBUTE, token.equals("test-bound") ? FakeDoors.BOUND : KeyUse.FREE);
            Set<String> rights = RIGHTS.stream()
                    .filter(right -> !token.equals("test-without-" + right))
                    .collect(Collectors.toSet());
            return new BearerTokens.Bearer.Known(
                    UsernamePasswordAuthenticationToken.authenticated(
                            new Who(FakeDoors.SHOP, null, "shop", "shop", rights),
                            "",
                            rights.stream().map(SimpleGrantedAuthority::new).toList()),
                    List::of);
        };
    }

    @Bean
    Sealing sealing() {
        return new TurnedRound();
    }

    @Bean
    Accounts accounts() {
        return new OneAccount();
    }

    @Bean
    FakeDoors.OneGroup contacts() {
        return new FakeDoors.OneGroup();
    }

    @Bean
    FakeDoors.OneJob jobs() {
        return new FakeDoors.OneJob();
    }

    @Bean
    FakeDoors.SomeMoney billing() {
        return new FakeDoors.SomeMoney();
    }

    @Bean
    FakeDoors.OneCampaign campaigns() {
        return new FakeDoors.OneCampaign();
    }

    @Bean
    ToGroup toGroup() {
        return (_, _, _, _) -> Optional.of(new JobId(21));
    }

    @Bean
    OneTrial trials() {
        return new OneTrial();
    }

    @Bean
    FewTemplates templates() {
        return new FewTemplates();
    }

    @Bean
    OnePlan plans() {
        return new OnePlan();
    }

    @Bean
    FewLinks links() {
        return new FewLinks();
    }

    @Bean
    FewWebhooks webhooks() {
        return new FewWebhooks();
    }

    @Bean
    FewConsents consents() {
        return new FewConsents();
    }

    @Bean
    FewStops stops() {
        return new FewStops();
    }

    @Bean
    FewInbound inbox() {
        return new FewInbound();
    }

    @Bean
    OneAction actions() {
        return new OneAction();
    }

    @Bean
    OneCode till() {
        return new OneCode();
    }

    @Bean
    SettledRules settings() {
        return new SettledRules();
    }

    @Bean
    Texts texts() {
        return KnownTexts.of(new Texts.Placeholder("Имя", "name"));
    }

    @Bean
    OnePath pipeline() {
        return new OnePath();
    }

    @Bean
    OneAudience audiences() {
        return new OneAudience();
    }
}

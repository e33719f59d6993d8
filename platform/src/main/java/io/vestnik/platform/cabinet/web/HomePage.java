package io.vestnik.platform.cabinet.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Campaigns.Campaign;
import io.vestnik.platform.campaigns.Campaigns.Listing;
import io.vestnik.platform.channels.Connector.Health;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.routes.Route;
import io.vestnik.platform.routes.Routes;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Tone;
import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;

/** What runs now, the last campaigns and the money of a client; the routes and the money of whoever serves clients. */
@Controller
class HomePage {
    /** Everybody who signs in holds it; programs do not. */
    static final String RIGHT = "accounts:self";

    private static final int SHOWN = 5;

    private final Accounts accounts;
    private final Billing billing;
    private final Campaigns campaigns;
    private final Routes routes;
    private final Format format;

    HomePage(Accounts accounts, Billing billing, Campaigns campaigns, Routes routes, Format format) {
        this.accounts = accounts;
        this.billing = billing;
        this.campaigns = campaigns;
        this.routes = routes;
        this.format = format;
    }

    /** A campaign among the last ones. */
    record Row(
            long id,
            String name,
            String state,
            Tone tone,
            long recipients,
            @Nullable String delivered,
            Money cost,
            Instant at) {}

    /** A way out and its connections. */
    record Line(String name, Tone tone, int up, int wanted, String reason) {}

    @GetMapping("/")
    @PreAuthorize("hasAuthority('" + RIGHT + "')")
    String home(@AuthenticationPrincipal Who who, Model model) {
        if (who.may("promo:till") && !who.may("campaigns:view")) {
            return "redirect:/till"; // a cashier has nothing here
        }
        Account account = accounts.get(who.account());
        model.addAttribute("account", account);
        if (who.may("billing:view")) {
            model.addAttribute("balance", billing.balance(account.id()));
        }
        if (who.may("campaigns:view")) {
            model.addAttribute("campaigns", rows(who, Listing.ALL));
            model.addAttribute(
                    "running",
                    rows(who, new Listing(CampaignState.RUNNING, null)).size());
        }
        if (account.kind() == AccountKind.OPERATOR) {
            model.addAttribute(
                    "routes",
                    routes.open().stream()
                            .sorted(Comparator.comparing(Route::name))
                            .map(HomePage::line)
                            .toList());
        }
        return "cabinet/home";
    }

    private List<Row> rows(Who who, Listing listing) {
        return campaigns.list(who.account(), listing, null, SHOWN).items().stream()
                .map(this::row)
                .toList();
    }

    private Row row(Campaign campaign) {
        long delivered = campaign.counts().getOrDefault(MessageState.DELIVERED, 0L)
                + campaign.counts().getOrDefault(MessageState.READ, 0L);
        return new Row(
                campaign.id().value(),
                campaign.draft().name(),
                campaign.state().code(),
                tone(campaign.state()),
                campaign.recipients(),
                campaign.confirmedAt() == null ? null : format.percent(delivered, campaign.recipients()),
                campaign.cost(),
                Objects.requireNonNullElse(campaign.confirmedAt(), campaign.createdAt()));
    }

    private static Line line(Route route) {
        Health health = route.connector().health();
        return new Line(route.name(), tone(health), health.up(), health.wanted(), health.reason());
    }

    private static Tone tone(Health health) {
        if (health.wanted() == 0) {
            return Tone.NEUTRAL; // other nodes keep its binds
        }
        return health.up() == 0 ? Tone.FAILURE : health.up() < health.wanted() ? Tone.WAITING : Tone.SUCCESS;
    }

    private static Tone tone(CampaignState state) {
        return switch (state) {
            case DRAFT, CANCELLED -> Tone.NEUTRAL;
            case PREVIEWING, RUNNING -> Tone.PROGRESS;
            case PREVIEWED, AWAITING_PAYMENT, AWAITING_APPROVAL, SCHEDULED, PAUSED -> Tone.WAITING;
            case FINISHED -> Tone.SUCCESS;
        };
    }
}

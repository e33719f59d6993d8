package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.Moves;
import io.vestnik.platform.campaigns.Moves.Moved;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.shell.Toast;
import java.time.LocalDateTime;
import java.time.format.DateTimeParseException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** Another time for a campaign that has not begun. */
@Controller
class MovePages {
    private final Campaigns campaigns;
    private final Moves moves;
    private final Accounts accounts;
    private final CampaignTexts texts;

    MovePages(Campaigns campaigns, Moves moves, Accounts accounts, CampaignTexts texts) {
        this.campaigns = campaigns;
        this.moves = moves;
        this.accounts = accounts;
        this.texts = texts;
    }

    @PostMapping("/campaigns/{id:\\d{1,18}}/move")
    @PreAuthorize(CampaignRights.MAY_START)
    String move(
            @PathVariable long id,
            @RequestParam(defaultValue = "") String at,
            @AuthenticationPrincipal Who who,
            RedirectAttributes redirect) {
        if (id <= 0 || campaigns.find(who.account(), new CampaignId(id)).isEmpty()) {
            throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        }
        LocalDateTime start = local(at);
        redirect.addFlashAttribute(
                Toast.NAME,
                start == null
                        ? Toast.failed(texts.text("campaigns.fault.start.empty"))
                        : told(who, moves.move(who, new CampaignId(id), start)));
        return "redirect:/campaigns/" + id;
    }

    private Toast told(Who who, Moved moved) {
        return switch (moved) {
            case Moved.To(var first) ->
                Toast.done(texts.text(
                        "campaigns.move.done",
                        texts.format()
                                .dateTime(first, accounts.get(who.account()).zone())));
            case Moved.Refused(var faults) -> Toast.failed(texts.text(faults.getFirst()));
            case Moved.TooLate _ -> Toast.failed(texts.text("campaigns.move.too-late"));
            case Moved.NotFound _ -> throw new ResponseStatusException(HttpStatus.NOT_FOUND);
        };
    }

    private static @Nullable LocalDateTime local(String written) {
        try {
            return written.isBlank() ? null : LocalDateTime.parse(written.strip());
        } catch (DateTimeParseException e) {
            return null; // whoever wrote it is asked for it again
        }
    }
}

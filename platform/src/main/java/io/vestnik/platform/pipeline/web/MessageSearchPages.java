package io.vestnik.platform.pipeline.web;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.Reach;
import io.vestnik.platform.pipeline.Timeline;
import io.vestnik.platform.pipeline.Timelines;
import io.vestnik.platform.shell.Column;
import io.vestnik.platform.shell.Crumb;
import io.vestnik.platform.shell.ListQuery;
import io.vestnik.platform.shell.ListView;
import io.vestnik.sms.Body;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.server.ResponseStatusException;

/** Finds a message by anything that somebody has of it, and tells its life. */
@Controller
@PreAuthorize(PathRights.MAY_VIEW)
class MessageSearchPages {
    private final Timelines timelines;
    private final LifeModel life;
    private final Accounts accounts;
    private final Numbering numbering;
    private final PathTexts texts;

    MessageSearchPages(Timelines timelines, LifeModel life, Accounts accounts, Numbering numbering, PathTexts texts) {
        this.timelines = timelines;
        this.life = life;
        this.accounts = accounts;
        this.numbering = numbering;
        this.texts = texts;
    }

    /** A message that was found. */
    record Row(
            String id,
            String by,
            String phone,
            String sender,
            MessageState state,
            Money price,
            String currency,
            Instant at,
            String account) {}

    @GetMapping("/pipeline/messages")
    Object search(
            ListQuery query,
            @AuthenticationPrincipal Who who,
            @RequestHeader(name = "HX-Request", defaultValue = "false") boolean part,
            Model model) {
        String words = query.search();
        Slice<Timelines.Finding> found = words.isEmpty()
                ? new Slice<>(List.of(), null)
                : timelines.find(Reach.of(who), words, query.after().orElse(null));
        if (found.items().size() == 1 && found.next() == null && query.after().isEmpty()) {
            String only =
                    "/pipeline/messages/" + found.items().getFirst().message().id();
            // Who asked for a part of the list gets another page, and that is not a part of this one.
            return part ? ResponseEntity.noContent().header("HX-Redirect", only).build() : "redirect:" + only;
        }
        boolean below = who.may(PathRights.BELOW);
        model.addAttribute(
                "rows", found.items().stream().map(it -> row(it, who)).toList());
        model.addAttribute("below", below);
        ListView list = ListView.of("messages", query).searchable("pipeline.search");
        Column id = Column.text("id", "pipeline.id");
        Column phone = Column.text("phone", "pipeline.phone");
        Column sender = Column.text("sender", "pipeline.sender");
        Column state = Column.text("state", "pipeline.state");
        Column at = Column.text("at", "pipeline.at");
        list = below
                ? list.columns(id, phone, sender, state, at, Column.text("account", "pipeline.account"))
                : list.columns(id, phone, sender, state, at);
        model.addAttribute("list", list.page(found.items().size(), found.next(), null));
        return "pipeline/messages";
    }

    private Row row(Timelines.Finding found, Who who) {
        MessageView message = found.message();
        Optional<Account> account = accounts.find(message.account());
        return new Row(
                message.id().toString(),
                texts.text("pipeline.by." + found.by().code()),
                texts.phone(message.recipient(), who),
                message.sender(),
                message.state(),
                message.price(),
                account.map(Account::currency).orElse(""),
                message.createdAt(),
                account.map(Account::name).orElse(""));
    }

    @GetMapping("/pipeline/messages/{id:[0-9]{1,16}}")
    String show(@PathVariable long id, @AuthenticationPrincipal Who who, Model model) {
        Timeline timeline = find(id, who);
        MessageView message = timeline.message();
        model.addAttribute("message", message);
        model.addAttribute("timeline", timeline);
        model.addAttribute("steps", life.steps(timeline, who));
        model.addAttribute("whole", who.may(PathRights.FULL));
        model.addAttribute("phone", texts.phone(message.recipient(), who));
        model.addAttribute(
                "account",
                message.account().equals(who.account())
                        ? null
                        : accounts.get(message.account()).name());
        model.addAttribute("last", timeline.steps().size());
        model.addAttribute("network", numbering.operatorName(message.mccMnc()));
        model.addAttribute("encoding", encoding(message));
        model.addAttribute("octets", message.body() instanceof Body.Binary binary ? binary : null);
        model.addAttribute("crumbs", List.of(new Crumb(texts.text("pipeline.messages"), "/pipeline/messages")));
        return "pipeline/message";
    }

    private String encoding(MessageView message) {
        String letters = Body.Size.isUcs2(message.coding()) ? "pipeline.encoding.ucs2" : "pipeline.encoding.gsm";
        return switch (message.kind()) {
            case TEXT -> texts.text(letters);
            case FLASH -> texts.text(letters) + " · " + texts.text("pipeline.kind.flash");
            case BINARY ->
                texts.text("pipeline.kind.binary")
                        + ", data_coding 0x%02X, protocol_id 0x%02X"
                                .formatted(message.coding() & 0xFF, message.coding() >> 8 & 0xFF);
        };
    }

    /** Asked now and then by a page that shows a message still on its way: nothing while nothing has changed. */
    @GetMapping("/pipeline/messages/{id:[0-9]{1,16}}/news")
    ResponseEntity<Void> news(
            @PathVariable long id, @RequestParam(defaultValue = "0") int steps, @AuthenticationPrincipal Who who) {
        boolean changed = find(id, who).steps().size() != steps;
        return changed
                ? ResponseEntity.noContent().header("HX-Refresh", "true").build()
                : ResponseEntity.noContent().build();
    }

    private Timeline find(long id, Who who) {
        return (id > 0 && id < 1L << 53 ? timelines.of(Reach.of(who), new MessageId(id)) : Optional.<Timeline>empty())
                .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND));
    }
}

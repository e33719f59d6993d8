package io.vestnik.platform.senders.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.shell.Change;
import io.vestnik.platform.shell.Format;
import io.vestnik.platform.shell.Option;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of one name, as its account sees it. */
@Component
class SenderModel {
    private final SenderNames senders;
    private final SenderPapers papers;
    private final Senders allowed;
    private final Format format;

    SenderModel(SenderNames senders, SenderPapers papers, Senders allowed, Format format) {
        this.senders = senders;
        this.papers = papers;
        this.allowed = allowed;
        this.format = format;
    }

    /** The page as it stands. */
    String show(Who who, long id, Model model) {
        Sender sender = senders.find(who.account(), id).orElseThrow(SenderForm::gone);
        return show(who, id, SenderForm.Written.of(sender), model);
    }

    /** The page with what was typed. */
    String show(Who who, long id, SenderForm.Written written, Model model) {
        Sender sender = senders.find(who.account(), id).orElseThrow(SenderForm::gone);
        model.addAttribute("sender", sender);
        model.addAttribute("comment", written.comment());
        model.addAttribute("operators", written.operators());
        model.addAttribute("papers", papers.of(who.account(), id));
        model.addAttribute("mostBytes", SenderPapers.MOST_BYTES);
        model.addAttribute("mayChange", who.may(SenderRights.REQUEST));
        model.addAttribute("unconfirmed", sender.state() == SenderState.UNCONFIRMED);
        model.addAttribute(
                "froms",
                allowed.names(who.account()).stream()
                        .map(name -> new Option(name, name))
                        .toList());
        return "senders/sender";
    }

    /** The page with what was typed, and what somebody else has made of it meanwhile. */
    String stale(Who who, Sender now, SenderForm.Written written, Model model, HttpServletResponse response) {
        response.setStatus(HttpStatus.CONFLICT.value());
        SenderForm.Written theirs = SenderForm.Written.of(now);
        model.addAttribute(
                "changes",
                List.of(
                        new Change(format.text("senders.comment"), theirs.comment(), written.comment()),
                        new Change(format.text("senders.operators"), theirs.operators(), written.operators())));
        return show(who, now.id(), written, model);
    }
}

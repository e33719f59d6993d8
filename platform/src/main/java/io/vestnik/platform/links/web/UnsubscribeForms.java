package io.vestnik.platform.links.web;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.Subscriptions;
import io.vestnik.platform.links.Subscriptions.Subscription;
import io.vestnik.platform.links.domain.Following;
import io.vestnik.platform.links.domain.Following.Link;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.List;
import java.util.Optional;
import org.springframework.context.MessageSource;
import org.springframework.http.HttpStatus;
import org.springframework.stereotype.Component;
import org.springframework.ui.Model;

/** The page of unsubscribing, in the language of whoever reads it. */
@Component
class UnsubscribeForms {
    /** What may be chosen as a reason; the account reads it in its list in Russian, as all that it keeps. */
    static final List<String> REASONS = List.of("often", "dull", "never", "other");

    private final Following following;
    private final Subscriptions subscriptions;
    private final MessageSource messages;

    UnsubscribeForms(Following following, Subscriptions subscriptions, MessageSource messages) {
        this.following = following;
        this.subscriptions = subscriptions;
        this.messages = messages;
    }

    /** A message and what its recipient may end. */
    record Letter(AccountId account, MessageId message, Subscription subscription) {}

    Optional<Letter> letter(Link link) {
        AccountId account = link.block().account();
        return following
                .message(link)
                .flatMap(message -> subscriptions
                        .of(account, message)
                        .map(subscription -> new Letter(account, message, subscription)));
    }

    /** Asks, or tells that it is done already. */
    String show(Link link, String code, HttpServletRequest request, HttpServletResponse response, Model model) {
        Optional<Letter> letter = letter(link);
        if (letter.isEmpty()) {
            response.setStatus(HttpStatus.GONE.value());
            model.addAttribute("words", PageWords.of(request, "", messages));
            model.addAttribute("what", "expired");
            return "links/note";
        }
        fill(model, letter.get(), code, request);
        return letter.get().subscription().ended() ? "links/unsubscribed" : "links/unsubscribe";
    }

    void fill(Model model, Letter letter, String code, HttpServletRequest request) {
        model.addAttribute("words", PageWords.of(request, letter.subscription().country(), messages));
        model.addAttribute("sender", letter.subscription().sender());
        model.addAttribute("reasons", REASONS);
        model.addAttribute("code", code);
    }

    void end(Letter letter, boolean everything, String reason) {
        String words =
                REASONS.contains(reason) ? messages.getMessage("links.reason." + reason, null, PageWords.RUSSIAN) : "";
        subscriptions.end(letter.account(), letter.message(), everything, words);
    }

    void resume(Letter letter) {
        subscriptions.resume(letter.account(), letter.message());
    }
}

package io.vestnik.platform.promo.web;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.promo.Till;
import io.vestnik.platform.promo.Till.Answer;
import io.vestnik.platform.promo.Till.Coupon;
import io.vestnik.platform.shell.FieldErrors;
import io.vestnik.platform.shell.Tone;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.access.prepost.PreAuthorize;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.stereotype.Controller;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestParam;

/** The cashiers' page, made for a phone: a code, what is to be done, the sum. A scanner types the code and presses Enter. */
@Controller
@PreAuthorize(PromoRights.MAY_REDEEM)
class TillPages {
    private final Till till;
    private final PromoWords words;

    TillPages(Till till, PromoWords words) {
        this.till = till;
        this.words = words;
    }

    /** What is said above a coupon. */
    record Said(Tone tone, String text) {}

    @GetMapping("/till")
    String empty(Model model) {
        return show(null, "", model);
    }

    @PostMapping("/till/check")
    String check(@RequestParam String code, @AuthenticationPrincipal Who who, HttpServletRequest request, Model model) {
        return answer(till.check(who, request.getRemoteAddr(), code), code, who, model);
    }

    @PostMapping("/till/redeem")
    String redeem(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String amount,
            @AuthenticationPrincipal Who who,
            HttpServletRequest request,
            Model model) {
        Money sum = sum(amount).orElse(null);
        if (sum == null) {
            model.addAttribute("errors", FieldErrors.none().and("amount", words.of("promo.till.bad-sum")));
            model.addAttribute("amount", amount);
            return check(code, who, request, model);
        }
        return answer(till.redeem(who, request.getRemoteAddr(), code, sum), code, who, model);
    }

    @PostMapping("/till/return")
    String giveBack(
            @RequestParam String code,
            @RequestParam(defaultValue = "") String reason,
            @AuthenticationPrincipal Who who,
            HttpServletRequest request,
            HttpServletResponse response,
            Model model) {
        if (!Till.isReason(reason)) {
            response.setStatus(HttpStatus.UNPROCESSABLE_CONTENT.value());
            model.addAttribute("errors", FieldErrors.none().and("reason", words.of("promo.till.bad-reason")));
            return check(code, who, request, model);
        }
        return answer(till.giveBack(who, request.getRemoteAddr(), code, reason), code, who, model);
    }

    /** An amount as people type it; empty for what is none, or too much. */
    private static Optional<Money> sum(String typed) {
        String plain = typed.replaceAll("[\\s\u00a0₽]", "").replace(',', '.');
        return plain.matches("\\d{1,8}(\\.\\d{1,2})?")
                ? Optional.of(Money.of(plain)).filter(it -> it.compareTo(Till.MOST) <= 0)
                : Optional.empty();
    }

    private String answer(Answer answer, String code, Who who, Model model) {
        model.addAttribute("currency", words.currency(who.account()));
        return switch (answer) {
            case Answer.Good(Coupon coupon) -> {
                model.addAttribute("redeemable", true);
                yield show(new Said(Tone.SUCCESS, words.of("promo.till.good")), coupon, code, model);
            }
            case Answer.Redeemed(Coupon coupon, Money amount) ->
                show(
                        new Said(Tone.SUCCESS, words.of("promo.till.redeemed", words.money(who.account(), amount))),
                        coupon,
                        "",
                        model);
            case Answer.Returned(Coupon coupon) ->
                show(new Said(Tone.SUCCESS, words.of("promo.till.returned")), coupon, "", model);
            case Answer.Refused(Till.Why why, Coupon coupon) -> {
                model.addAttribute("returnable", why == Till.Why.USED);
                yield show(new Said(Tone.FAILURE, words.refusal(why)), coupon, code, model);
            }
            case Answer.Unknown() -> show(new Said(Tone.FAILURE, words.of("promo.till.unknown")), code, model);
            case Answer.Pause(long seconds) ->
                show(new Said(Tone.WAITING, words.of("promo.till.pause", seconds)), code, model);
        };
    }

    private String show(Said said, Coupon coupon, String code, Model model) {
        model.addAttribute("coupon", coupon);
        return show(said, code, model);
    }

    private String show(@Nullable Said said, String code, Model model) {
        model.addAttribute("said", said);
        model.addAttribute("code", code);
        model.addAttribute("words", words);
        return "promo/till";
    }
}

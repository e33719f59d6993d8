package io.vestnik.platform.promo.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.promo.PromoMarks;
import io.vestnik.platform.promo.domain.ActionDesk.Wrong;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.texts.Texts;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whether an action can be kept as it is said. */
@Component
class ActionRules {
    static final int NAME = 60;
    static final int INSTRUCTION = 500;
    static final int TEXT = 1_000;
    static final int DAYS = 366;
    private static final int YEARS = 5;
    private static final int LAST_HOUR = 23;

    private final Senders senders;
    private final Texts texts;
    private final OwnTexts own;
    private final Actions actions;

    ActionRules(Senders senders, Texts texts, OwnTexts own, Actions actions) {
        this.senders = senders;
        this.texts = texts;
        this.own = own;
        this.actions = actions;
    }

    List<Wrong> faults(AccountId account, Terms terms) {
        List<Wrong> faults = new ArrayList<>();
        name(faults, terms.name());
        codes(faults, terms.codes());
        days(faults, account, terms);
        refuse(faults, terms.instruction().length() > INSTRUCTION, "instruction", "too_long", INSTRUCTION);
        refuse(faults, !PromoTexts.storable(terms.instruction()), "instruction", "bad_characters", "");
        if (!terms.joining().text().isBlank()) {
            text(faults, account, terms, terms.joining().text(), "text");
            sender(faults, account, terms.joining().sender());
        }
        if (terms.reminding() != null) {
            reminding(faults, account, terms, terms.reminding());
        }
        return faults;
    }

    private static void name(List<Wrong> faults, String name) {
        refuse(faults, name.isBlank(), "name", "empty", "");
        refuse(faults, name.length() > NAME, "name", "too_long", NAME);
        refuse(faults, name.matches("(?s).*[\\[\\]{}|\\\\\\p{Cntrl}].*"), "name", "bad_characters", "");
    }

    /** So short a code could be guessed, which the form says with the length that is enough. */
    private static void codes(List<Wrong> faults, Terms.Codes codes) {
        boolean length = codes.length() >= Room.SHORTEST && codes.length() <= Room.LONGEST;
        refuse(faults, !length, "length", "out_of_range", Room.SHORTEST + "–" + Room.LONGEST);
        boolean most = codes.source() == Source.LOADED || (codes.most() >= 1 && codes.most() <= Terms.MOST_CODES);
        refuse(faults, !most, "most", "out_of_range", Terms.MOST_CODES);
        if (length && most && codes.source() == Source.MADE) {
            boolean guessed = Room.most(codes.alphabet(), codes.length()) < codes.most();
            refuse(faults, guessed, "length", "too_short", Room.shortest(codes.alphabet(), codes.most()));
        }
    }

    private void days(List<Wrong> faults, AccountId account, Terms terms) {
        LocalDate far = actions.today(account).plusYears(YEARS);
        refuse(faults, terms.to().isBefore(terms.from()), "to", "before_from", "");
        refuse(faults, terms.to().isAfter(far), "to", "too_far", YEARS);
        switch (terms.good()) {
            case Terms.Good.Until(LocalDate day) -> {
                refuse(faults, day.isBefore(terms.from()), "until", "before_from", "");
                refuse(faults, day.isAfter(far), "until", "too_far", YEARS);
            }
            case Terms.Good.Days(int days) -> refuse(faults, days < 1 || days > DAYS, "days", "out_of_range", DAYS);
        }
    }

    private void reminding(List<Wrong> faults, AccountId account, Terms terms, Terms.Reminding reminding) {
        refuse(faults, reminding.days() < 1 || reminding.days() > DAYS, "remindDays", "out_of_range", DAYS);
        boolean hour = reminding.hour() >= 0 && reminding.hour() <= LAST_HOUR;
        refuse(faults, !hour, "remindHour", "out_of_range", LAST_HOUR);
        text(faults, account, terms, reminding.text(), "remindText");
        sender(faults, account, terms.joining().sender());
    }

    private void sender(List<Wrong> faults, AccountId account, String sender) {
        refuse(faults, !senders.allowed(account, sender), "sender", "not_allowed", sender);
    }

    private void text(List<Wrong> faults, AccountId account, Terms terms, String text, String field) {
        refuse(faults, text.length() > TEXT, field, "too_long", TEXT);
        refuse(faults, !PromoTexts.storable(text), field, "bad_characters", "");
        Links.Marked marked = own.marked(account, terms, text);
        marked.faults().forEach(fault -> faults.add(new Wrong(field, fault.code(), fault.detail())));
        refuse(faults, !PromoMarks.in(marked.text()), field, "no_code", "");
        switch (texts.read(account, marked.text())) {
            case Texts.Reading.Understood _ -> {
                // Nothing is wrong with it.
            }
            case Texts.Reading.Refused(List<Texts.Fault> wrong) ->
                wrong.forEach(fault -> faults.add(new Wrong(field, "unknown_placeholder", fault.written())));
        }
    }

    private static void refuse(List<Wrong> faults, boolean wrong, String field, String code, Object detail) {
        if (wrong) {
            faults.add(new Wrong(field, code, detail.toString()));
        }
    }
}

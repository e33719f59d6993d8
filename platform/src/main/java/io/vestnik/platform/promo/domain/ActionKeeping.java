package io.vestnik.platform.promo.domain;

import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Slice;
import io.vestnik.platform.promo.ActionId;
import io.vestnik.platform.promo.PromoActions;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;

/** The contract, over the desk and the stores that pages use. */
@Service
class ActionKeeping implements PromoActions {
    private final ActionDesk desk;
    private final CodeLoad loading;
    private final CodesAndTill shelf;

    ActionKeeping(ActionDesk desk, CodeLoad loading, CodesAndTill shelf) {
        this.desk = desk;
        this.loading = loading;
        this.shelf = shelf;
    }

    /** Where codes lie, and what came in for them. */
    @Component
    record CodesAndTill(CodeStore codes, TillStore till) {}

    @Override
    public Optional<Kept> find(AccountId account, ActionId id) {
        return desk.find(account, id).map(ActionKeeping::kept);
    }

    @Override
    public Saved create(Who who, Outline outline) {
        return terms(outline)
                .map(terms -> saved(who, desk.create(who, terms)))
                .orElseGet(() -> new Saved.Refused(unknown(outline)));
    }

    @Override
    public Saved change(Who who, ActionId id, int version, Outline outline) {
        return terms(outline)
                .map(terms -> saved(who, desk.change(who, id, version, terms)))
                .orElseGet(() -> new Saved.Refused(unknown(outline)));
    }

    private Saved saved(Who who, ActionDesk.Saved of) {
        return switch (of) {
            case ActionDesk.Saved.Kept(ActionId id) ->
                find(who.account(), id).<Saved>map(Saved.Done::new).orElseGet(Saved.Gone::new);
            case ActionDesk.Saved.Refused(List<ActionDesk.Wrong> faults) ->
                new Saved.Refused(faults.stream()
                        .map(it -> new Fault(it.field(), it.code(), it.detail()))
                        .toList());
            case ActionDesk.Saved.Stale(Action current) -> new Saved.Stale(kept(current));
            case ActionDesk.Saved.NotFound() -> new Saved.Gone();
        };
    }

    @Override
    public boolean delete(Who who, ActionId id) {
        return desk.delete(who, id);
    }

    @Override
    public boolean restore(Who who, ActionId id) {
        return desk.restore(who, id);
    }

    @Override
    public Optional<Slice<Code>> codes(AccountId account, ActionId id, Which which, @Nullable String after, int limit) {
        CodeStore.State state = Arrays.stream(CodeStore.State.values())
                .filter(it -> it.code().equals(which.state()))
                .findFirst()
                .orElse(null);
        return desk.find(account, id)
                .map(action -> shelf.codes()
                        .list(account, id, new CodeStore.Filter(which.search(), state), after, limit)
                        .map(line -> new Code(
                                line.code(),
                                line.state().code(),
                                line.phone().isEmpty() ? null : line.phone(),
                                line.issuedAt(),
                                line.until())));
    }

    @Override
    public Optional<Slice<Redemption>> redemptions(AccountId account, ActionId id, @Nullable String after, int limit) {
        return desk.find(account, id)
                .map(action -> shelf.till()
                        .list(account, id, after, limit)
                        .map(line -> new Redemption(
                                line.code(),
                                line.cashier(),
                                line.amount(),
                                line.at(),
                                line.returnedAt(),
                                line.reason())));
    }

    @Override
    public Optional<JobId> load(Who who, ActionId id, FileId file) {
        return loading.start(who, id, file);
    }

    @Override
    public List<String> states() {
        return Arrays.stream(CodeStore.State.values())
                .map(CodeStore.State::code)
                .toList();
    }

    /** None where there is no such source or alphabet. */
    private static Optional<Terms> terms(Outline outline) {
        Reminder reminder = outline.reminder();
        Integer days = outline.days();
        LocalDate until = outline.until();
        Terms.Good good = until != null ? new Terms.Good.Until(until) : new Terms.Good.Days(days == null ? 0 : days);
        return source(outline)
                .flatMap(source -> alphabet(outline)
                        .map(alphabet -> new Terms(
                                outline.name().strip(),
                                new Terms.Codes(source, alphabet, outline.length(), outline.most()),
                                outline.from(),
                                outline.to(),
                                good,
                                outline.instruction().strip(),
                                new Terms.Joining(
                                        outline.sender().strip(), outline.text().strip(), outline.sendAt()),
                                reminder == null
                                        ? null
                                        : new Terms.Reminding(
                                                reminder.days(),
                                                reminder.hour(),
                                                reminder.text().strip()))));
    }

    private static List<Fault> unknown(Outline outline) {
        return List.of(new Fault(source(outline).isEmpty() ? "source" : "alphabet", "unknown", ""));
    }

    private static Optional<Source> source(Outline outline) {
        return Arrays.stream(Source.values())
                .filter(it -> it.code().equals(outline.source()))
                .findFirst();
    }

    private static Optional<Alphabet> alphabet(Outline outline) {
        return Arrays.stream(Alphabet.values())
                .filter(it -> it.code().equals(outline.alphabet()))
                .findFirst();
    }

    private static Kept kept(Action action) {
        Terms terms = action.terms();
        Terms.Reminding reminding = terms.reminding();
        return new Kept(
                action.id(),
                action.version(),
                new Outline(
                        terms.name(),
                        terms.codes().source().code(),
                        terms.codes().alphabet().code(),
                        terms.codes().length(),
                        terms.codes().most(),
                        terms.from(),
                        terms.to(),
                        terms.good() instanceof Terms.Good.Days(int days) ? Integer.valueOf(days) : null,
                        terms.good() instanceof Terms.Good.Until(LocalDate day) ? day : null,
                        terms.instruction(),
                        terms.joining().sender(),
                        terms.joining().text(),
                        terms.joining().at(),
                        reminding == null ? null : new Reminder(reminding.days(), reminding.hour(), reminding.text())));
    }
}

package io.vestnik.platform.reports.domain;

import io.vestnik.platform.accounts.Account;
import io.vestnik.platform.accounts.Accounts;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.files.StoredFile;
import io.vestnik.platform.notices.Letter;
import io.vestnik.platform.notices.Mail;
import io.vestnik.platform.reports.domain.MailingTable.Days;
import io.vestnik.platform.reports.domain.Order.Outcome;
import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.statistics.Grouping;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.MessageSource;
import org.springframework.stereotype.Component;

/**
 * Makes a report whose time has come, keeps it among the files of its account, and brings it. A letter that is not taken is tried again
 * with growing pauses, {@link #MOST_TRIES} times in all; who has got theirs gets no second one.
 */
@Component
class Bringing {
    static final int MOST_TRIES = 5;

    private static final Duration IN_HAND = Duration.ofMinutes(15);
    private static final Duration PAUSE = Duration.ofMinutes(10);
    private static final Duration KEPT = Duration.ofDays(30);
    private static final long LARGEST_ATTACHMENT = 10L << 20;
    private static final DateTimeFormatter DAY = DateTimeFormatter.ofPattern("dd.MM.uuuu");

    private final OrderBook orders;
    private final Tables tables;
    private final Shelf shelf;
    private final Post post;
    private final Clock clock;

    Bringing(OrderBook orders, Tables tables, Shelf shelf, Post post, Clock clock) {
        this.orders = orders;
        this.tables = tables;
        this.shelf = shelf;
        this.post = post;
        this.clock = clock;
    }

    /** What there is to bring. */
    @Component
    record Tables(MailingTable mailings, FiguresTable figures) {}

    /** Where reports lie. */
    @Component
    record Shelf(Files files, Reports reports) {}

    /** How letters are written and to whom they go. */
    @Component
    record Post(Mail mail, Addressees addressees, Accounts accounts, PublicAddress address, MessageSource texts) {}

    /** Brings one, unless another node does. */
    void bring(OrderBook.Due due) {
        Instant now = clock.instant();
        Optional<Order> taken = orders.take(due.account(), due.id(), now, now.plus(IN_HAND));
        taken.ifPresent(order -> bring(order, now));
    }

    private void bring(Order order, Instant now) {
        Account account = post.accounts().get(order.account());
        if (isBrought(order) || order.state().tries() > MOST_TRIES) {
            end(order, account, isBrought(order) ? "sent" : "failed", now); // whoever tried last did not live to say so
            return;
        }
        List<Addressee> people = post
                .addressees()
                .of(order.account(), order.wish().subject().right())
                .stream()
                .filter(person -> wanted(order).contains(person.email()))
                .toList();
        if (!post.mail().on() || people.isEmpty()) {
            end(order, account, post.mail().on() ? "nobody" : "off", now);
            return;
        }
        Locale language = language(account);
        LocalDate day = LocalDate.ofInstant(order.nextAt(), account.zone());
        Days days =
                new Days(order.wish().rhythm().from(day), order.wish().rhythm().until(day));
        FileId file = order.state().file();
        if (file == null || shelf.files().find(order.account(), file).isEmpty()) {
            file = make(order, account, days, language);
            orders.owe(order.account(), order.id(), file, emails(people));
        }
        List<String> owed = new ArrayList<>(emails(people));
        for (Addressee person : people) {
            if (post.mail().send(letter(order, file, days, person, language)) instanceof Mail.Outcome.Taken) {
                owed.remove(person.email());
                orders.owe(order.account(), order.id(), file, owed);
            }
        }
        if (owed.isEmpty()) {
            end(order, account, "sent", now);
        } else if (order.state().tries() >= MOST_TRIES) {
            end(order, account, "failed", now);
        } else {
            orders.rest(
                    order.account(),
                    order.id(),
                    now.plus(PAUSE.multipliedBy(order.state().tries())));
        }
    }

    private static boolean isBrought(Order order) {
        return order.state().file() != null && order.state().owed().isEmpty();
    }

    private static List<String> emails(List<Addressee> people) {
        return people.stream().map(Addressee::email).toList();
    }

    private static List<String> wanted(Order order) {
        return order.state().file() == null
                ? order.wish().emails()
                : order.state().owed();
    }

    private void end(Order order, Account account, String code, Instant now) {
        Instant next = order.wish().rhythm().next(now, order.wish().hour(), account.zone());
        orders.end(order.account(), order.id(), new Outcome(code, now), next);
    }

    private FileId make(Order order, Account account, Days days, Locale language) {
        Order.Wish wish = order.wish();
        boolean csv = wish.csv();
        String title = "reports." + wish.subject().code();
        String name = post.texts().getMessage(title, null, language) + " " + DAY.format(days.from())
                + (csv ? ".csv" : ".xlsx");
        Files.Upload upload = new Files.Upload(
                name, csv ? "text/csv" : "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", KEPT);
        try {
            StoredFile file = shelf.files().save(order.account(), upload, out -> {
                switch (wish.subject()) {
                    case Subject.Mailings() -> tables.mailings().write(account, days, csv, language, out);
                    case Subject.Figures(Grouping by) -> tables.figures().write(account, days, by, csv, language, out);
                }
            });
            shelf.reports()
                    .list(
                            order.account(),
                            file.id(),
                            new Reports.About(title, wish.subject().right(), order.by()));
            return file.id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private Letter letter(Order order, FileId file, Days days, Addressee person, Locale language) {
        Letter.@Nullable Attachment attachment = order.wish().attached() ? attachment(order, file) : null;
        Object[] facts = {
            person.name(),
            DAY.format(days.from()),
            DAY.format(days.until().minusDays(1)),
            post.address().of("/files/" + file)
        };
        String key = "reports.letter." + order.wish().subject().code();
        return new Letter(
                person.email(),
                post.texts().getMessage(key + ".subject", facts, language),
                post.texts().getMessage(key + (attachment == null ? ".link" : ".attached"), facts, language),
                attachment);
    }

    /** None where it is too large for a letter: then the link tells where it is. */
    private Letter.@Nullable Attachment attachment(Order order, FileId id) {
        StoredFile file = shelf.files().find(order.account(), id).orElse(null);
        Path content = shelf.files().path(order.account(), id).orElse(null);
        return file == null || content == null || file.size() > LARGEST_ATTACHMENT
                ? null
                : new Letter.Attachment(file.name(), file.contentType(), content);
    }

    /** Nobody keeps in which language a person reads: the country of the account tells. */
    private static Locale language(Account account) {
        return account.country().equals("RU") ? Locale.of("ru") : Locale.ENGLISH;
    }
}

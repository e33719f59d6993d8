package io.vestnik.platform.reports.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.Addressees;
import io.vestnik.platform.accounts.Addressees.Addressee;
import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.files.Reports;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.notices.TestLetters;
import io.vestnik.platform.reports.domain.Order.Wish;
import io.vestnik.platform.shell.PublicAddress;
import io.vestnik.platform.statistics.Grouping;
import io.vestnik.platform.statistics.Question;
import jakarta.mail.Multipart;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.MessageSource;

@ModuleTest
class BringingTests {
    private static final AtomicLong ACCOUNTS = new AtomicLong(7_700_000);
    private static final Instant MONDAY = Instant.parse("2198-11-26T06:00:00Z");

    private final GreenMail server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
    private int port;
    private final AccountId shop = new AccountId(ACCOUNTS.incrementAndGet());

    @Autowired
    private OrderBook orders;

    @Autowired
    private MailingTable table;

    private final List<Question> asked = new ArrayList<>();

    @Autowired
    private Files files;

    @Autowired
    private Reports reports;

    @Autowired
    private MessageSource texts;

    @BeforeEach
    void start() {
        server.start();
        port = server.getSmtp().getPort();
    }

    @AfterEach
    void stop() {
        server.stop();
    }

    private Bringing bringing(Instant now, String... staff) {
        return bringing(now, path -> "https://sms.example.com" + path, staff);
    }

    /** What asks for an address falls when that throws: each letter asks once. */
    private Bringing bringing(Instant now, PublicAddress address, String... staff) {
        Addressees people =
                (_, right) -> Set.of("campaigns:report", "statistics:view").contains(right)
                        ? Stream.of(staff).map(it -> new Addressee(it, "Мария")).toList()
                        : List.of();
        return new Bringing(
                orders,
                new Bringing.Tables(table, new FiguresTable((_, question, writer) -> {
                    asked.add(question);
                    writer.sheet("Статистика", List.of("Способ отправки"));
                })),
                new Bringing.Shelf(files, reports),
                new Bringing.Post(TestLetters.through(port), people, new OneAccount(), address, texts),
                Clock.fixed(now, ZoneOffset.UTC));
    }

    private OrderBook.Due ordered(boolean attached, String... emails) {
        return ordered(new Subject.Mailings(), attached, emails);
    }

    private OrderBook.Due ordered(Subject subject, boolean attached, String... emails) {
        Wish wish = new Wish(subject, Rhythm.WEEKLY, 9, true, attached, List.of(emails));
        return new OrderBook.Due(shop, orders.insert(shop, "Мария", wish, MONDAY));
    }

    private Order order() {
        return orders.list(shop).getFirst();
    }

    @Test
    void bringsTheTableOfTheWeekBeforeToThoseWhoStillWorkHere() throws Exception {
        OrderBook.Due due = ordered(true, "maria@example.com", "gone@example.com");
        bringing(MONDAY, "maria@example.com", "other@example.com").bring(due);
        assertThat(server.getReceivedMessages()).hasSize(1);
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getAllRecipients()[0]).hasToString("maria@example.com");
        assertThat(came.getSubject()).isEqualTo("Vestnik: рассылки с 19.11.2198 по 25.11.2198");
        assertThat(((Multipart) came.getContent()).getCount()).isEqualTo(2);
        assertThat(order().last()).isEqualTo(new Order.Outcome("sent", MONDAY));
        assertThat(order().nextAt()).isEqualTo(Instant.parse("2198-12-03T06:00:00Z"));
        assertThat(reports.all(shop, Set.of("campaigns:report"), null, 10).items())
                .as("it lies among those that are ready")
                .hasSize(1);
        bringing(MONDAY, "maria@example.com").bring(due);
        assertThat(server.getReceivedMessages()).as("its time is over").hasSize(1);
    }

    @Test
    void bringsTheFiguresOfTheWeekBefore() throws Exception {
        Subject subject = new Subject.Figures(Grouping.WAY);
        bringing(MONDAY, "maria@example.com").bring(ordered(subject, true, "maria@example.com"));
        MimeMessage came = server.getReceivedMessages()[0];
        assertThat(came.getSubject()).isEqualTo("Vestnik: статистика с 19.11.2198 по 25.11.2198");
        assertThat(((Multipart) came.getContent()).getCount()).isEqualTo(2);
        assertThat(asked)
                .containsExactly(Question.of(LocalDate.of(2198, 11, 19), LocalDate.of(2198, 11, 25), Grouping.WAY));
        assertThat(order().wish().subject()).isEqualTo(subject);
        assertThat(order().last()).isEqualTo(new Order.Outcome("sent", MONDAY));
        assertThat(reports.all(shop, Set.of("statistics:view"), null, 10).items())
                .hasSize(1);
    }

    @Test
    void bringsALinkThatNeedsSigningInWhereThatIsWanted() throws Exception {
        bringing(MONDAY, "maria@example.com").bring(ordered(false, "maria@example.com"));
        assertThat(server.getReceivedMessages()[0].getContent().toString())
                .contains("https://sms.example.com/files/", "Здравствуйте, Мария!");
    }

    @Test
    void triesFiveTimesAndThenTellsThatItFailed() throws Exception {
        OrderBook.Due due = ordered(true, "maria@example.com");
        server.stop();
        Instant now = MONDAY;
        for (int tries = 1; tries <= Bringing.MOST_TRIES; tries++) {
            bringing(now, "maria@example.com").bring(due);
            assertThat(orders.take(shop, due.id(), now, now)).as("it rests").isEmpty();
            now = now.plusSeconds(3_600);
        }
        assertThat(order().last()).isEqualTo(new Order.Outcome("failed", now.minusSeconds(3_600)));
        assertThat(order().nextAt()).isAfter(now);
        assertThat(reports.all(shop, Set.of("campaigns:report"), null, 10).items())
                .as("one file for all tries")
                .hasSize(1);
    }

    @Test
    void sendsNobodyASecondLetterAfterTheNodeFellBetweenTwo() throws Exception {
        OrderBook.Due due = ordered(true, "maria@example.com", "petr@example.com");
        AtomicInteger letters = new AtomicInteger();
        PublicAddress once = path -> {
            if (letters.incrementAndGet() == 2) {
                throw new IllegalStateException("As if the node were killed");
            }
            return path;
        };
        Bringing falling = bringing(MONDAY, once, "maria@example.com", "petr@example.com");
        assertThatIllegalStateException().isThrownBy(() -> falling.bring(due));
        bringing(MONDAY.plusSeconds(3_600), "maria@example.com", "petr@example.com")
                .bring(due);
        assertThat(server.getReceivedMessages()).hasSize(2);
        assertThat(server.getReceivedMessages()[0].getAllRecipients()[0]).hasToString("maria@example.com");
        assertThat(server.getReceivedMessages()[1].getAllRecipients()[0]).hasToString("petr@example.com");
        assertThat(reports.all(shop, Set.of("campaigns:report"), null, 10).items())
                .as("one file for both")
                .hasSize(1);
        assertThat(order().last()).isNotNull().extracting(Order.Outcome::code).isEqualTo("sent");
    }

    @Test
    void givesUpWhatThrowsEveryTime() {
        OrderBook.Due due = ordered(true, "maria@example.com");
        PublicAddress broken = _ -> {
            throw new IllegalStateException("As if the disk were full");
        };
        Instant now = MONDAY;
        for (int tries = 1; tries <= Bringing.MOST_TRIES; tries++) {
            Bringing falling = bringing(now, broken, "maria@example.com");
            assertThatIllegalStateException().isThrownBy(() -> falling.bring(due));
            now = now.plusSeconds(3_600);
        }
        bringing(now, broken, "maria@example.com").bring(due);
        assertThat(order().last()).isEqualTo(new Order.Outcome("failed", now));
    }

    @Test
    void saysThatThereIsNobodyToBringItTo() throws Exception {
        bringing(MONDAY).bring(ordered(true, "maria@example.com"));
        assertThat(order().last()).isEqualTo(new Order.Outcome("nobody", MONDAY));
    }
}

package io.vestnik.platform.links.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.links.LinkMarks;
import io.vestnik.platform.links.Links;
import io.vestnik.platform.links.Links.Fault;
import io.vestnik.platform.links.Links.Marked;
import io.vestnik.platform.links.Target;
import io.vestnik.sms.Concatenation;
import io.vestnik.sms.RouteAlphabet;
import io.vestnik.sms.TextMeter;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class TextMarkerTests {
    @Autowired
    Links links;

    @Autowired
    Domains domains;

    @Autowired
    Following following;

    @Autowired
    ContactFixtures fixtures;

    private AccountId account = new AccountId(1);
    private String prefix = "";

    @BeforeEach
    void openAnAccount() {
        account = fixtures.account();
        prefix = domains.prefix(account);
    }

    private Marked mark(String text) {
        return links.mark(account, text, true);
    }

    private String link(int place) {
        return prefix + LinkMarks.mark(place);
    }

    @Test
    void putsMarksInPlaceOfAddressesAndLeavesTheSentenceAroundThem() {
        Marked marked =
                mark("Смотрите https://shop.example/a (и HTTP://shop.example/b), скоро: https://shop.example/a!");
        assertThat(marked.text()).isEqualTo("Смотрите " + link(0) + " (и " + link(1) + "), скоро: " + link(0) + "!");
        assertThat(marked.targets())
                .containsExactly(new Target.Page("https://shop.example/a"), new Target.Page("http://shop.example/b"));
        assertThat(marked.faults()).isEmpty();
        assertThat(mark("(см. https://ru.wiki.example/Лук_(овощ))").targets())
                .containsExactly(
                        new Target.Page("https://ru.wiki.example/%D0%9B%D1%83%D0%BA_(%D0%BE%D0%B2%D0%BE%D1%89)"));
    }

    @Test
    void anUnsubscribeLinkNeedsNoWishAndIsOneLinkHoweverOftenItStands() {
        Marked marked = links.mark(account, "Скидки https://shop.example/ [Отписка] { unsubscribe }", false);
        assertThat(marked.text()).isEqualTo("Скидки https://shop.example/ " + link(0) + " " + link(0));
        assertThat(marked.targets()).containsExactly(new Target.Unsubscribe());
        assertThat(links.mark(account, "\\[Отписка]", false).targets()).isEmpty();
        assertThat(links.mark(account, "[Отписка ваша]", false).targets()).isEmpty();
    }

    @Test
    void leavesWhatDiffersFromRecipientToRecipient() {
        assertThat(mark("https://shop.example/?to=[Имя] и https://shop.example/{Имя|x}")
                        .targets())
                .isEmpty();
    }

    @Test
    void refusesAddressesThatHideWhereTheyLeadOrAreTooMany() {
        assertThat(mark("https://sub.bit.ly./x https://bank.example@evil.example/")
                        .faults())
                .containsExactly(
                        new Fault("forbidden_link", "sub.bit.ly"),
                        new Fault("bad_link", "https://bank.example@evil.example/"));
        String many = IntStream.range(0, 11)
                .mapToObj(i -> "https://shop.example/" + i)
                .collect(Collectors.joining(" "));
        assertThat(mark(many).faults()).containsExactly(new Fault("too_many_links", "10"));
    }

    @Test
    void codesTakeThePlacesOfMarksAndNothingElse() {
        String text = mark("A https://shop.example/a B https://shop.example/b").text();
        assertThat(LinkMarks.in(text)).isTrue();
        String filled = LinkMarks.fill(text, 2, place -> "CODE000" + place);
        assertThat(filled)
                .isEqualTo("A " + prefix + "CODE0000 B " + prefix + "CODE0001")
                .hasSameSizeAs(text);
        assertThat(LinkMarks.in(filled)).isFalse();
        String others = "/l/-------7 /l/------- /l/" + LinkMarks.mark(2) + " /l/\r------x /l/\r------";
        assertThat(LinkMarks.fill(others, 2, _ -> "CODE0000")).isEqualTo(others);
    }

    @Test
    void whatSomebodyTypedIsNoMark() {
        assertThat(mark("Anna /l/-------7").text()).isEqualTo("Anna /l/-------7");
        assertThat(LinkMarks.in(mark("Anna /l/-------7").text())).isFalse();
        assertThat(mark("/l/" + LinkMarks.mark(0)).text()).isEqualTo("/l/-------0");
        assertThat(mark("/l/" + LinkMarks.mark(0) + " https://shop.example/a").text())
                .isEqualTo("/l/-------0 " + link(0));
    }

    @Test
    void aMarkCostsWhatACodeCosts() {
        TextMeter meter = new TextMeter(RouteAlphabet.GSM, Concatenation.UDH_8);
        assertThat(meter.measure("x".repeat(152) + LinkMarks.mark(0))).isEqualTo(1);
        assertThat(meter.measure("x".repeat(153) + LinkMarks.mark(0))).isEqualTo(2);
        assertThat(meter.measure("я".repeat(62) + LinkMarks.mark(0))).isEqualTo(1);
        assertThat(meter.measure("я".repeat(63) + LinkMarks.mark(0))).isEqualTo(2);
    }

    @Test
    void forgetsOnlyWhomItIsTold() {
        CampaignId campaign = new CampaignId(account.value());
        List<Target> targets = List.of(new Target.Unsubscribe());
        var one = links.issue(account, campaign, targets, 30, ids(101, 110));
        var two = links.issue(account, campaign, targets, 30, ids(111, 120));
        var three = links.issue(account, campaign, targets, 30, ids(121, 130));
        assertThat(links.forget(account, List.of(new MessageId(102), new MessageId(121), new MessageId(500))))
                .isEqualTo(2);
        assertThat(whoseIs(one.code(0, 1))).isEmpty();
        assertThat(whoseIs(three.code(0, 0))).isEmpty();
        assertThat(whoseIs(one.code(0, 2))).hasValue(new MessageId(103));
        assertThat(whoseIs(two.code(0, 0))).hasValue(new MessageId(111));
    }

    private Optional<MessageId> whoseIs(String code) {
        return following.of(code) instanceof Following.Way.Unsubscribe(Following.Link link)
                ? following.message(link)
                : Optional.empty();
    }

    @Test
    void everyMessageOfACampaignHasCodesOfItsOwnAcrossChunks() {
        List<Target> targets = List.of(new Target.Page("https://shop.example/a"), new Target.Unsubscribe());
        CampaignId campaign = new CampaignId(account.value());
        List<MessageId> first = ids(1, 70_000);
        List<MessageId> second = ids(70_001, 70_010);
        var one = links.issue(account, campaign, targets, 70_010, first);
        var two = links.issue(account, campaign, targets, 70_010, second);
        assertThat(messageOf(one.code(0, 0))).isEqualTo(first.getFirst());
        assertThat(messageOf(one.code(0, 69_999))).isEqualTo(first.getLast());
        assertThat(messageOf(two.code(0, 0))).isEqualTo(second.getFirst());
        assertThat(messageOf(two.code(1, 9))).isEqualTo(second.getLast());
        assertThat(following.of(two.code(0, 9))).isInstanceOf(Following.Way.To.class);
        assertThat(following.of(two.code(1, 9))).isInstanceOf(Following.Way.Unsubscribe.class);
    }

    private static List<MessageId> ids(long from, long to) {
        return LongStream.rangeClosed(from, to).mapToObj(MessageId::new).toList();
    }

    private MessageId messageOf(String code) {
        return switch (following.of(code)) {
            case Following.Way.To to -> following.message(to.link()).orElseThrow();
            case Following.Way.Unsubscribe(Following.Link link) ->
                following.message(link).orElseThrow();
            case Following.Way other -> throw new AssertionError(other);
        };
    }
}

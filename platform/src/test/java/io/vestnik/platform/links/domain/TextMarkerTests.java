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
import java.util.List;
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
        return prefix + "-------" + place;
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
        assertThat(mark("https://sub.bit.ly/x https://bank.example@evil.example/")
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
        String filled = LinkMarks.fill(text, place -> "CODE000" + place);
        assertThat(filled)
                .isEqualTo("A " + prefix + "CODE0000 B " + prefix + "CODE0001")
                .hasSameSizeAs(text);
        assertThat(LinkMarks.in(filled)).isFalse();
        assertThat(LinkMarks.fill("/l/------- /l/-------x", _ -> "CODE0000")).isEqualTo("/l/------- /l/-------x");
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

package io.vestnik.platform.architecture;

import static io.vestnik.platform.architecture.ForeignObjects.one;
import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.Role;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.accounts.domain.KeyRing;
import io.vestnik.platform.architecture.ForeignObjects.Kind;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.senders.OperatorTexts;
import io.vestnik.platform.senders.SenderFixtures;
import io.vestnik.platform.smppserver.domain.SystemTerms;
import io.vestnik.platform.smppserver.domain.Systems;
import io.vestnik.platform.smsc.domain.EventNotice;
import io.vestnik.platform.smsc.domain.EventNoticeDesk;
import java.util.List;
import java.util.Set;
import org.springframework.context.ApplicationContext;

/** What is made for programs and has an id in the path of some route. */
final class ForeignPrograms {
    private final ApplicationContext context;
    /** One count for all: several walks may share a database. */
    private static int made;

    ForeignPrograms(ApplicationContext context) {
        this.context = context;
    }

    List<Kind> kinds() {
        return List.of(
                one("/accounts/keys/{id}", "client", this::key),
                one("/smsc/notices/{id}", "client", this::eventNotice),
                one("/senders/texts/{id}", "client", this::operatorText),
                one("/senders/texts/answers/{id}", "operator", this::operatorText),
                one("/smppserver/{id}", "client", this::system));
    }

    private Object eventNotice(Who who) {
        String name = "Walk notice " + ++made;
        EventNoticeDesk desk = context.getBean(EventNoticeDesk.class);
        desk.keep(
                who,
                new EventNotice(
                        0,
                        name,
                        context.getBean(Contacts.class)
                                .groupNamed(who.account(), name)
                                .id(),
                        "Fails",
                        "Works",
                        0));
        return desk.list(who.account()).stream()
                .filter(it -> it.name().equals(name))
                .findFirst()
                .orElseThrow()
                .id();
    }

    private Object system(Who who) {
        Systems.Answer answer = context.getBean(Systems.class).create(who, "walk" + ++made, SystemTerms.USUAL);
        return ((Systems.Answer.Given) answer).id();
    }

    private Object key(Who who) {
        KeyRing ring = context.getBean(KeyRing.class);
        assertThat(ring.create(who, "walk", Role.VIEWER)).isPresent();
        return ring.list(who.account()).getFirst().id();
    }

    private Object operatorText(Who who) {
        String name = "TEXT" + ++made;
        SenderFixtures.asked(who, name, context);
        OperatorTexts.Asked asked =
                context.getBean(OperatorTexts.class).ask(who, name, "Walk", Set.of(OperatorTexts.PLACES.getFirst()));
        return ((OperatorTexts.Asked.Kept) asked).wishes().getFirst().id();
    }
}

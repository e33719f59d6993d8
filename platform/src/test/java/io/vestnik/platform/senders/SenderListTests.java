package io.vestnik.platform.senders;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.accounts.FakeAudit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.senders.SenderList.Answer;
import io.vestnik.platform.store.Snapshots;
import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Autowired;

@ModuleTest
class SenderListTests {
    private static final Who CLIENT = who(2_000_001);
    private static final Who OTHER = who(2_000_002);

    @Autowired
    SenderStore store;

    @Autowired
    Transactions transactions;

    @Autowired
    ObjectProvider<LentNumbers> lent;

    private final FakeAudit audit = new FakeAudit();
    private final List<Object> answered = new ArrayList<>();
    private AllowedNames names;
    private SenderList senders;

    @BeforeEach
    void openTheList() {
        names = new AllowedNames(store, new Snapshots(), lent);
        senders = new SenderList(
                store, names, transactions, new SenderList.Aftermath(audit, answered::add), Clock.systemUTC());
    }

    @Test
    void approvesANameAtOnceForTheOneWhoAsked() {
        assertThat(senders.request(CLIENT, "VESTNIK")).isEqualTo(new Answer.Approved());
        assertThat(senders.request(CLIENT, "Vestnik2")).isEqualTo(new Answer.Approved());
        assertThat(names.allowed(CLIENT.account(), "VESTNIK")).isTrue();
        assertThat(names.allowed(CLIENT.account(), "vestnik")).isFalse();
        assertThat(names.allowed(OTHER.account(), "VESTNIK")).isFalse();
        assertThat(names.names(CLIENT.account())).containsExactly("VESTNIK", "Vestnik2");
        assertThat(senders.request(CLIENT, "VESTNIK")).isEqualTo(new Answer.Refused("there", ""));
        assertThat(audit.records())
                .containsExactly("sender.requested sender VESTNIK", "sender.requested sender Vestnik2");
        assertThat(answered)
                .containsExactly(
                        new SenderAnswered(CLIENT.account(), "VESTNIK", "approved", ""),
                        new SenderAnswered(CLIENT.account(), "Vestnik2", "approved", ""));
    }

    @Test
    void refusesWithTheReason() {
        assertThat(senders.request(OTHER, "Shop 1")).isEqualTo(new Answer.Refused("character", " "));
        assertThat(senders.request(OTHER, "ab")).isEqualTo(new Answer.Refused("short", ""));
        assertThat(names.names(OTHER.account())).isEmpty();
    }

    @Test
    void listsTheNewestFirstByPages() {
        Who third = who(2_000_003);
        for (int i = 0; i < 5; i++) {
            senders.request(third, "Name" + i);
        }
        var first = store.list(third.account(), "nAmE", null, 3);
        assertThat(first.items()).extracting(Sender::name).containsExactly("Name4", "Name3", "Name2");
        var second = store.list(third.account(), null, first.next(), 3);
        assertThat(second.items()).extracting(Sender::name).containsExactly("Name1", "Name0");
        assertThat(second.next()).isNull();
    }

    private static Who who(long account) {
        return new Who(new AccountId(account), null, "test", "test", Set.of());
    }
}

package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Pipeline;
import io.vestnik.platform.smsc.domain.OtherNode;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Fault;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The same request at several nodes. */
class SmscNodesTests extends AsSmscProgram {
    private static final Answer DUPLICATE = new Answer.Refused(Fault.DUPLICATE);

    @Test
    void sendsOnceWhatSeveralNodesAreAskedFor() throws Exception {
        String phone = phone();
        assertThat(get("send", "phones=" + phone + "&mes=Hello&fmt=3")).contains("\"cnt\"");
        try (OtherNode other = new OtherNode(context, client())) {
            assertThat(other.send(Map.of("phones", phone, "mes", "Hello"))).isEqualTo(DUPLICATE);
        }
        assertThat(messagesTo(phone)).hasSize(1);
        context.getBean(JdbcClient.class)
                .sql("UPDATE smsc.request SET at = at - interval '1 minute'")
                .update();
        try (OtherNode other = new OtherNode(context, client())) {
            assertThat(other.send(Map.of("phones", phone, "mes", "Hello"))).isInstanceOf(Answer.One.class);
        }
        assertThat(messagesTo(phone)).hasSize(2);
    }

    @Test
    void sendsOnceWhatAllNodesAreAskedForAtTheSameMoment() throws Exception {
        String phone = phone();
        List<OtherNode> nodes = IntStream.range(0, 4)
                .mapToObj(_ -> new OtherNode(context, client()))
                .toList();
        try (ExecutorService threads = Executors.newFixedThreadPool(nodes.size())) {
            List<Callable<Answer>> asked = nodes.stream()
                    .<Callable<Answer>>map(node -> () -> node.send(Map.of("phones", phone, "mes", "At once")))
                    .toList();
            List<Answer> answers =
                    threads.invokeAll(asked).stream().map(Future::resultNow).toList();
            assertThat(answers).filteredOn(Answer.One.class::isInstance).hasSize(1);
            assertThat(answers).filteredOn(DUPLICATE::equals).hasSize(nodes.size() - 1);
        } finally {
            nodes.forEach(OtherNode::close);
        }
        assertThat(messagesTo(phone)).hasSize(1);
    }

    @Test
    void takesUpWhatANodeLeftBeforeItsMessagesWereStored() {
        String phone = phone();
        Map<String, String> asked = Map.of("phones", phone, "mes", "Left", "id", "left.1");
        Billing billing = context.getBean(Billing.class);
        try (OtherNode dying = new OtherNode(context, client());
                OtherNode other = new OtherNode(context, client())) {
            List<MessageId> ids = dying.dies(asked);
            assertThat(context.getBean(Pipeline.class).accepted(client().account(), ids))
                    .isEmpty();
            var before = billing.balance(client().account()).available();
            assertThat(other.send(asked)).isInstanceOf(Answer.One.class);
            assertThat(billing.balance(client().account()).available()).isLessThan(before);
            assertThat(messagesTo(phone))
                    .singleElement()
                    .satisfies(it -> assertThat(it.id()).isEqualTo(ids.getFirst()));
            assertThat(dying.send(asked)).isEqualTo(DUPLICATE);
        }
        assertThat(messagesTo(phone)).hasSize(1);
    }

    @Test
    void letsWhatWasRefusedComeAgainElsewhere() throws Exception {
        String phone = phone();
        assertThat(get("phones", "add_black=1&phone=" + phone + "&fmt=1")).doesNotStartWith("0,-");
        Map<String, String> asked = Map.of("phones", phone, "mes", "Refused");
        try (OtherNode one = new OtherNode(context, client());
                OtherNode other = new OtherNode(context, client())) {
            Answer refused = one.send(asked);
            assertThat(refused).isInstanceOf(Answer.Refused.class).isNotEqualTo(DUPLICATE);
            assertThat(other.send(asked)).isInstanceOf(Answer.Refused.class).isNotEqualTo(DUPLICATE);
        }
    }

    @Test
    void takesWithinTheMinuteWhatWasRefusedTwiceForWantOfMoney() {
        Billing billing = context.getBean(Billing.class);
        Money all = billing.balance(client().account()).available();
        Who partner = SignIns.who("partner", context);
        String phone = phone();
        Map<String, String> asked = Map.of("phones", phone, "mes", "Topped up");
        try (OtherNode one = new OtherNode(context, client());
                OtherNode other = new OtherNode(context, client())) {
            assertThat(billing.takeBack(partner, client().account(), all, "")).isTrue();
            try {
                assertThat(one.send(asked))
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                it -> assertThat(it.fault()).isEqualTo(Fault.NO_MONEY));
                assertThat(other.send(asked))
                        .isInstanceOfSatisfying(
                                Answer.Refused.class,
                                it -> assertThat(it.fault()).isEqualTo(Fault.NO_MONEY));
            } finally {
                billing.topUp(partner, client().account(), all, "");
            }
            assertThat(one.send(asked)).isInstanceOf(Answer.One.class);
            assertThat(other.send(asked)).isEqualTo(DUPLICATE);
        }
        assertThat(messagesTo(phone)).hasSize(1);
    }

    @Test
    void takesAGroupThatGrewAfterItWasRefused() throws Exception {
        String group = member(get("phones", "add_group=1&name=" + name("Growing") + "&fmt=3"), "id");
        List<String> phones = List.of(phone(), phone());
        Map<String, String> asked = Map.of("phones", "G" + group, "mes", "Grown");
        try (OtherNode node = new OtherNode(context, client())) {
            assertThat(get("phones", "add=1&phone=" + phones.getFirst() + "&grp=" + group))
                    .matches("ID = \\d+");
            assertThat(get("phones", "add_black=1&phone=" + phones.getFirst() + "&fmt=1"))
                    .doesNotStartWith("0,-");
            assertThat(node.send(asked)).isInstanceOf(Answer.Refused.class).isNotEqualTo(DUPLICATE);
            assertThat(get("phones", "add=1&phone=" + phones.getLast() + "&grp=" + group))
                    .matches("ID = \\d+");
            assertThat(node.send(asked)).isNotInstanceOf(Answer.Refused.class);
        }
        assertThat(messagesTo(phones.getLast())).hasSize(1);
    }

    @Test
    void plansOnceWhatSeveralNodesAreAskedFor() throws Exception {
        String phone = phone();
        String query = "add=1&name=Nodes&phones=" + phone + "&mes=Hello&time=%2B1000";
        assertThat(get("jobs", query + "&fmt=3")).contains("\"id\"");
        Map<String, String> asked =
                Map.of("add", "1", "name", "Nodes", "phones", phone, "mes", "Hello", "time", "+1000");
        try (OtherNode other = new OtherNode(context, client())) {
            assertThat(other.jobs(asked)).isEqualTo(DUPLICATE);
        }
    }
}

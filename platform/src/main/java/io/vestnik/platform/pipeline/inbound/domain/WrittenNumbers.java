package io.vestnik.platform.pipeline.inbound.domain;

import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.pipeline.FactSubscriber;
import io.vestnik.platform.pipeline.MessageFact;
import io.vestnik.platform.pipeline.inbound.domain.InboundStore.Sent;
import io.vestnik.platform.pipeline.inbound.domain.InboundStore.Written;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Notes who wrote to whom from which number, behind the path and never on it: nobody can answer to a name of letters. */
@Component
class WrittenNumbers implements FactSubscriber {
    private final InboundStore store;

    WrittenNumbers(InboundStore store) {
        this.store = store;
    }

    private record Pair(String number, String phone, AccountId account) {}

    @Override
    public String name() {
        return "inbound";
    }

    @Override
    public boolean wants(MessageFact fact) {
        return fact.mark() == null
                && fact.to() == MessageState.SENT
                && !fact.recipient().isEmpty()
                && !number(fact.sender()).isEmpty();
    }

    @Override
    public void take(List<MessageFact> facts) {
        Map<Pair, Sent> last = new LinkedHashMap<>();
        for (MessageFact fact : facts) {
            String number = number(fact.sender());
            last.merge(
                    new Pair(number, fact.recipient(), fact.account()),
                    new Sent(number, fact.recipient(), new Written(fact.account(), fact.message(), fact.sender())),
                    WrittenNumbers::later);
        }
        store.written(List.copyOf(last.values()));
    }

    private static Sent later(Sent one, Sent other) {
        return one.message().message().compareTo(other.message().message()) > 0 ? one : other;
    }

    /** The digits of a sender that is a number; empty for a name. */
    private static String number(String sender) {
        String digits = sender.startsWith("+") ? sender.substring(1) : sender;
        return !digits.isEmpty() && digits.chars().allMatch(c -> c >= '0' && c <= '9') ? digits : "";
    }
}

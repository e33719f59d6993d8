package io.vestnik.platform.pipeline.domain;

import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.pipeline.Acceptance.Reason;
import io.vestnik.platform.pipeline.Estimates;
import io.vestnik.platform.pipeline.NewMessage;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Service;

/** Judges as {@link Accepting} does and asks the same stop-lists, and leaves it at that. */
@Service
class EstimateService implements Estimates {
    private final Accepting accepting;
    private final StopGate gate;
    private final Billing billing;

    EstimateService(Accepting accepting, StopGate gate, Billing billing) {
        this.accepting = accepting;
        this.gate = gate;
        this.billing = billing;
    }

    @Override
    public Estimate estimate(AccountId account, List<NewMessage> messages) {
        if (messages.stream().anyMatch(message -> !message.account().equals(account))) {
            throw new IllegalArgumentException("Messages of another account");
        }
        Set<Integer> stopped = gate.stopped(account, messages);
        Map<AccountId, Money> needed = new HashMap<>();
        List<Verdict> verdicts = new ArrayList<>(messages.size());
        for (int i = 0; i < messages.size(); i++) {
            boolean mayBeWritten = !stopped.contains(i);
            verdicts.add(
                    switch (accepting.judge(messages.get(i))) {
                        case Accepting.Judged.No(Reason reason) -> new Verdict.Refused(reason);
                        case Accepting.Judged.Fit fit
                        when mayBeWritten -> {
                            fit.charge().payments().forEach(it -> needed.merge(it.payer(), it.amount(), Money::plus));
                            yield new Verdict.Priced(fit.size().parts(), fit.price());
                        }
                        case Accepting.Judged.Fit _ -> new Verdict.Refused(Reason.STOPPED);
                    });
        }
        return new Estimate(verdicts, needed.entrySet().stream().allMatch(it -> has(it.getKey(), it.getValue())));
    }

    private boolean has(AccountId payer, Money needed) {
        return needed.isZero() || billing.balance(payer).available().compareTo(needed) >= 0;
    }
}

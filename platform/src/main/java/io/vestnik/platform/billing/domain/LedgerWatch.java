package io.vestnik.platform.billing.domain;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import io.vestnik.platform.billing.Billing;
import io.vestnik.platform.store.Sweep;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Proves the open part of the ledger each minute, on one node: a fault of money is shouted, not found by a customer. */
@Configuration(proxyBeanMethods = false)
class LedgerWatch {
    private static final Logger log = LoggerFactory.getLogger(LedgerWatch.class);

    private final LedgerProof proof;
    private volatile int faults;

    LedgerWatch(LedgerProof proof, MeterRegistry meters) {
        this.proof = proof;
        Gauge.builder("vestnik.billing.faults", this, watch -> watch.faults)
                .description("Faults that the last look at the open part of the ledger found")
                .register(meters);
    }

    @Bean
    Sweep ledgerProof() {
        return new Sweep("billing.proof", Duration.ofMinutes(1), 1, this::look);
    }

    /** Nothing is left for another look. */
    int look() {
        Billing.Check check = proof.checkOpen();
        faults = check.faults().size();
        if (faults > 0) {
            log.error("The ledger does not balance: {}", check.faults());
        }
        return 0;
    }
}

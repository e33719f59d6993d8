package io.vestnik.platform.senders.domain;

import io.vestnik.platform.store.Transactions;
import java.time.Clock;
import org.springframework.stereotype.Component;

/** Within which transaction something is done with a name, who hears of it, and when it is. */
@Component("senderWriting")
record Writing(Transactions transactions, Aftermath aftermath, Clock clock) {}

package io.vestnik.simulator;

/**
 * What the operator has seen since it started.
 *
 * @param submits that came; {@code accepted} of them got an id, {@code refused} a status
 * @param throttled of the refused: for haste
 * @param receiptsSent deliver_sm that carried a receipt, repetitions included
 * @param receiptsTaken of them: answered with ESME_ROK
 * @param receiptsRefused of them: answered otherwise
 * @param inboundTaken messages of people (their parts), answered with ESME_ROK
 * @param inboundRefused of them: answered otherwise
 * @param pending receipts and inbound messages that are due later, wait for a session or for their answer
 * @param sessions that are bound now
 */
public record Counts(
        long submits,
        long accepted,
        long refused,
        long throttled,
        long receiptsSent,
        long receiptsTaken,
        long receiptsRefused,
        long inboundTaken,
        long inboundRefused,
        long pending,
        int sessions) {}

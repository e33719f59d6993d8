package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Tone;
import java.util.List;

/**
 * Where a started campaign stands, ready to be drawn.
 *
 * @param waiting messages that are not yet in the queue
 * @param charged what was debited so far
 */
record CampaignBoard(
        long recipients,
        long delivered,
        long onTheWay,
        long failed,
        long waiting,
        Money charged,
        List<Segment> bar,
        List<Word> words,
        List<Network> networks) {

    /** A piece of the bar, in per cent of its width. */
    record Segment(Tone tone, String from, String width) {}

    /** A state in words. */
    record Word(MessageState state, long count, String share) {}

    /** What went to one network. */
    record Network(String name, long messages, long delivered, long onTheWay, long failed, Money charged) {}
}

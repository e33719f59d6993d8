package io.vestnik.platform.campaigns.web;

import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.shell.Tone;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Where a started campaign stands, ready to be drawn.
 *
 * @param waiting messages that are not yet in the queue
 * @param charged what was debited so far
 * @param clicked messages whose links were followed
 * @param unsubscribed messages whose recipients want no more
 * @param redeemed messages whose promo code was redeemed
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
        List<Network> networks,
        long clicked,
        long unsubscribed,
        long redeemed,
        List<Link> links) {

    /** A piece of the bar, in per cent of its width. */
    record Segment(Tone tone, String from, String width) {}

    /** A state in words. */
    record Word(MessageState state, long count, String share) {}

    /**
     * What came of one link.
     *
     * @param address where it leads; none for the page of unsubscribing
     * @param devices how many people followed it on what, in words
     * @param robots how often previews and programs asked
     */
    record Link(@Nullable String address, long people, String share, long clicks, String devices, long robots) {}

    /** What went to one network. */
    record Network(String name, long messages, long delivered, long onTheWay, long failed, Money charged) {}
}

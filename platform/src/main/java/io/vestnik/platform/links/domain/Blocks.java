package io.vestnik.platform.links.domain;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Expiry;
import com.github.benmanes.caffeine.cache.LoadingCache;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;

/**
 * Which block a number is of, from memory: a page of 65,536 numbers belongs to one block at most. What is looked for often is looked up
 * in the database once in five minutes, so a block that was changed there is old for as long. Whoever guesses asks nearly always for
 * numbers that were not given yet, which costs a look at the last one given, once a second.
 */
@Component
class Blocks {
    private static final int MOST = 50_000;
    private static final Duration OLDEST = Duration.ofMinutes(5);
    /** A block may be given while somebody guesses its numbers. */
    private static final Duration OLDEST_NOTHING = Duration.ofSeconds(1);

    private static final String END = "end";

    private final LoadingCache<Long, Optional<Block>> pages;
    private final LoadingCache<String, Long> ends;
    /** Numbers from here on were not given when we last looked, and not by this node since. */
    private final AtomicLong end = new AtomicLong();

    Blocks(LinkStore store) {
        this.ends = Caffeine.newBuilder().expireAfterWrite(OLDEST_NOTHING).build(_ -> store.end());
        this.pages = Caffeine.newBuilder()
                .maximumSize(MOST)
                .expireAfter(Expiry.<Long, Optional<Block>>writing((page, block) ->
                        block.filter(it -> it.first() + Block.span(it.size()) > page * Block.PAGE)
                                        .isPresent()
                                ? OLDEST
                                : OLDEST_NOTHING))
                .build(page -> store.around(page * Block.PAGE));
    }

    /** Numbers below this are given, or will be when a transaction is over. */
    void given(long below) {
        end.accumulateAndGet(below, Math::max);
    }

    /** The block of a number; empty where no link has it. */
    Optional<Block> of(long number) {
        if (number >= end.get()) {
            given(ends.get(END));
            if (number >= end.get()) {
                return Optional.empty();
            }
        }
        return pages.get(number / Block.PAGE).filter(block -> block.has(number));
    }
}

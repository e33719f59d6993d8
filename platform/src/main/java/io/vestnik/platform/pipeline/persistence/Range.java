package io.vestnik.platform.pipeline.persistence;

import java.util.List;
import java.util.Map;

/** Ids and the range they lie in: every statement on messages names it, so that it touches their partitions only. */
final class Range {
    private Range() {}

    static Map<String, Object> of(List<Long> ids) {
        long lowest = Long.MAX_VALUE;
        long highest = 0;
        long[] all = new long[ids.size()];
        for (int i = 0; i < all.length; i++) {
            all[i] = ids.get(i);
            lowest = Math.min(lowest, all[i]);
            highest = Math.max(highest, all[i]);
        }
        return Map.of("ids", all, "lowest", lowest, "highest", highest);
    }
}

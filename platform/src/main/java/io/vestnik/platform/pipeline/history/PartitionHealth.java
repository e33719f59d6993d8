package io.vestnik.platform.pipeline.history;

import java.util.Map;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Down while a table has fewer than two partitions ahead: a week, or two days, before messages would have no place. */
@Component
class PartitionHealth implements HealthIndicator {
    private static final int FEWEST = 2;

    private final Partitions partitions;

    PartitionHealth(Partitions partitions) {
        this.partitions = partitions;
    }

    @Override
    public Health health() {
        Map<String, Integer> ahead = partitions.ahead();
        boolean enough = ahead.values().stream().allMatch(periods -> periods >= FEWEST);
        return (enough ? Health.up() : Health.down()).withDetails(ahead).build();
    }
}

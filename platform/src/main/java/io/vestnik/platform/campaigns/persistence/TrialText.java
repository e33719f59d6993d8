package io.vestnik.platform.campaigns.persistence;

import io.vestnik.platform.campaigns.Trial;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

/** The trial of a draft as JSON. */
final class TrialText {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private TrialText() {}

    /**
     * As it is stored.
     *
     * @param watch minutes
     */
    private record Stored(List<String> others, int share, Trial.Goal goal, long watch, boolean byItself) {}

    static @Nullable String write(@Nullable Trial trial) {
        return trial == null
                ? null
                : JSON.writeValueAsString(new Stored(
                        trial.others(),
                        trial.share(),
                        trial.goal(),
                        trial.watch().toMinutes(),
                        trial.byItself()));
    }

    static @Nullable Trial read(@Nullable String json) {
        Stored stored = json == null ? null : JSON.readValue(json, Stored.class);
        return stored == null
                ? null
                : new Trial(
                        stored.others(),
                        stored.share(),
                        stored.goal(),
                        Duration.ofMinutes(stored.watch()),
                        stored.byItself());
    }
}

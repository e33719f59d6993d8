package io.vestnik.platform.plans.persistence;

import com.fasterxml.jackson.annotation.JsonSubTypes;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import io.vestnik.platform.campaigns.Campaigns.Draft;
import io.vestnik.platform.campaigns.Spread;
import io.vestnik.platform.campaigns.Start;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.SerializationFeature;
import tools.jackson.databind.json.JsonMapper;

/** The message of a plan as JSON; what was kept before a draft could say something reads as if nothing was said. */
final class MessageText {
    private static final JsonMapper JSON = JsonMapper.builder()
            .addMixIn(Start.class, Starts.class)
            .addMixIn(Spread.class, Spreads.class)
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .disable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES)
            .disable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
            .build();

    private MessageText() {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Start.Now.class, name = "now"),
        @JsonSubTypes.Type(value = Start.At.class, name = "at")
    })
    private interface Starts {}

    @JsonTypeInfo(use = JsonTypeInfo.Id.NAME, property = "kind")
    @JsonSubTypes({
        @JsonSubTypes.Type(value = Spread.AtOnce.class, name = "at_once"),
        @JsonSubTypes.Type(value = Spread.Over.class, name = "over"),
        @JsonSubTypes.Type(value = Spread.PerHour.class, name = "per_hour")
    })
    private interface Spreads {}

    static @Nullable String write(@Nullable Draft message) {
        return message == null ? null : JSON.writeValueAsString(message);
    }

    static @Nullable Draft read(@Nullable String json) {
        return json == null ? null : JSON.readValue(json, Draft.class);
    }
}

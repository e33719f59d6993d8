package io.vestnik.platform.api;

import io.vestnik.platform.api.Refusals.FieldError;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Lists of a request, as programs may write them: left out, or with nothing in a place. */
final class Listed {
    private Listed() {}

    /** What is there, in its order; a place with nothing in it is added to the errors. */
    static <T> List<T> present(@Nullable List<T> written, String place, List<FieldError> errors) {
        if (written == null) {
            return List.of();
        }
        for (int i = 0; i < written.size(); i++) {
            if (Objects.isNull(written.get(i))) { // JSON has no type that forbids it
                errors.add(new FieldError(place + i, "empty", null));
            }
        }
        return written.stream().filter(Objects::nonNull).toList();
    }
}

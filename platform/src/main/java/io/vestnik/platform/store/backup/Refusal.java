package io.vestnik.platform.store.backup;

import java.io.IOException;

/** Why a backup cannot be made or put back, in words for whoever runs it. */
final class Refusal extends IOException {
    Refusal(String message) {
        super(message);
    }

    Refusal(String message, Throwable cause) {
        super(message, cause);
    }
}

package io.vestnik.platform.contacts.domain;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.kernel.AccountId;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** What the columns of tables were the last time: a table with the same header is loaded the same way. */
@Component
class KnownHeaders {
    /** How many headers of an account are remembered; those used longest ago go. */
    static final int MOST = 200;

    private final LoadStore store;
    private final Clock clock;

    KnownHeaders(LoadStore store, Clock clock) {
        this.store = store;
        this.clock = clock;
    }

    Optional<LoadStore.Header> find(AccountId account, List<String> header) {
        return store.header(account, signature(header));
    }

    void remember(AccountId account, List<String> header, Map<Integer, String> columns, @Nullable GroupId group) {
        if (header.stream().anyMatch(cell -> !cell.isBlank())) {
            store.rememberHeader(account, signature(header), new LoadStore.Header(columns, group), clock.instant());
        }
    }

    /** Names of columns may be long and may be anything: what is kept is their digest. */
    private static String signature(List<String> header) {
        int end = header.size();
        while (end > 0 && header.get(end - 1).isBlank()) {
            end--;
        }
        try {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            for (String cell : header.subList(0, end)) {
                digest.update(cell.strip().getBytes(StandardCharsets.UTF_8));
                digest.update((byte) 0);
            }
            return HexFormat.of().formatHex(digest.digest(), 0, 16);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java has SHA-256", e);
        }
    }
}

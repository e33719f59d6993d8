package io.vestnik.platform.campaigns.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.vestnik.platform.ModuleTest;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.store.Transactions;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/** Work that is begun before it is asked for. */
@ModuleTest
class AheadTests {
    @Autowired
    private Transactions transactions;

    @Test
    void beginsOnAThreadAndInATransactionOfItsOwn() {
        Ahead ahead = ahead(8);

        Supplier<String> begun = ahead.begin(AheadTests::where);

        assertThat(begun.get()).startsWith("audience-ahead-").endsWith(" true");
        ahead.destroy();
    }

    @Test
    void leavesTheWorkToWhoAsksWhereNoConnectionIsToSpare() {
        Ahead ahead = ahead(3);

        Supplier<String> begun = ahead.begin(AheadTests::where);

        assertThat(begun.get()).isEqualTo(Thread.currentThread().getName() + " false");
        ahead.destroy();
    }

    @Test
    void goesOnAfterWorkThatFailed() {
        Ahead ahead = ahead(4);

        Supplier<String> failed = ahead.begin(() -> {
            throw new IllegalArgumentException("as it happens");
        });

        assertThatThrownBy(failed::get).hasRootCauseMessage("as it happens");
        assertThat(ahead.begin(AheadTests::where).get()).startsWith("audience-ahead-");
        ahead.destroy();
    }

    private Ahead ahead(int connections) {
        StoreSettings.Db db = new StoreSettings.Db(null, null, null, 0);
        return new Ahead(transactions, new StoreSettings(Path.of("data"), db, 1, 1, connections));
    }

    private static String where() {
        return Thread.currentThread().getName() + " " + TransactionSynchronizationManager.isActualTransactionActive();
    }
}

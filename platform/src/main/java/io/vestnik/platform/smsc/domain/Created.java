package io.vestnik.platform.smsc.domain;

import io.vestnik.platform.smsc.wire.Item;

/** The answer to what made something. */
final class Created {
    private Created() {}

    static Item item(long id) {
        return Item.of("id", id).text("ID = " + id);
    }
}

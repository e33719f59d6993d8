package io.vestnik.platform.store;

import java.nio.file.Path;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where things are kept.
 *
 * @param data the folder of this installation: database, stored files, keys; survives restarts
 * @param db a database server of one's own; the embedded one when no URL is given
 * @param hotConnections connections for the path of messages
 * @param pageConnections connections for pages and programs
 * @param backgroundConnections connections for long work
 */
@ConfigurationProperties("vestnik")
public record StoreSettings(
        @DefaultValue("data") Path data,
        @DefaultValue Db db,
        @DefaultValue("10") int hotConnections,
        @DefaultValue("16") int pageConnections,
        @DefaultValue("8") int backgroundConnections) {

    /**
     * A server of one's own.
     *
     * @param url {@code jdbc:postgresql://…}; {@code VESTNIK_DB_URL} sets it
     * @param port the embedded server's port; 0 for a free one
     */
    public record Db(
            @Nullable String url,
            @Nullable String user,
            @Nullable String password,
            @DefaultValue("0") int port) {
        @Override
        public String toString() {
            return "Db[url=" + url + ", user=" + user + ", password=***, port=" + port + "]";
        }
    }
}

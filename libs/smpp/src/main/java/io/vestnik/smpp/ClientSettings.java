package io.vestnik.smpp;

import java.time.Duration;
import javax.net.ssl.SSLContext;
import org.jspecify.annotations.Nullable;

/**
 * Where and as whom to bind; the password never shows in {@code toString}.
 *
 * @param port 1 to 65,535
 * @param connectTimeout for the TCP connection, 10 ms to 10 min
 * @param bindTimeout from the connection to the answer of the bind, 10 ms to 10 min
 * @param tls with what to begin; null for plain TCP
 * @param tlsName the name that the server's certificate must bear; empty for the host itself
 */
public record ClientSettings(
        String host,
        int port,
        BindMode mode,
        String systemId,
        String password,
        String systemType,
        Address addressRange,
        Duration connectTimeout,
        Duration bindTimeout,
        SessionSettings session,
        @Nullable SSLContext tls,
        String tlsName) {
    public ClientSettings {
        SessionSettings.within("port", port, 1, 65_535);
        SessionSettings.within("connectTimeout in ms", connectTimeout.toMillis(), 10, 600_000);
        SessionSettings.within("bindTimeout in ms", bindTimeout.toMillis(), 10, 600_000);
        Fields.text(systemId, Fields.CREDENTIAL, "system_id");
        Fields.text(password, Fields.CREDENTIAL, "password");
        Fields.text(systemType, Fields.SYSTEM_TYPE, "system_type");
    }

    /** A transceiver with 10 s to connect and 10 s to bind. */
    public static ClientSettings of(String host, int port, String systemId, String password) {
        return new ClientSettings(
                host,
                port,
                BindMode.TRANSCEIVER,
                systemId,
                password,
                "",
                Address.NONE,
                Duration.ofSeconds(10),
                Duration.ofSeconds(10),
                SessionSettings.DEFAULT,
                null,
                "");
    }

    /** The same in another mode. */
    public ClientSettings withMode(BindMode value) {
        return new ClientSettings(
                host,
                port,
                value,
                systemId,
                password,
                systemType,
                addressRange,
                connectTimeout,
                bindTimeout,
                session,
                tls,
                tlsName);
    }

    /** The same with another system type and address range. */
    public ClientSettings withSystem(String type, Address range) {
        return new ClientSettings(
                host, port, mode, systemId, password, type, range, connectTimeout, bindTimeout, session, tls, tlsName);
    }

    /** The same with other time limits of connecting and of binding. */
    public ClientSettings withTimeouts(Duration connect, Duration bind) {
        return new ClientSettings(
                host, port, mode, systemId, password, systemType, addressRange, connect, bind, session, tls, tlsName);
    }

    /** The same with other limits of the session. */
    public ClientSettings withSession(SessionSettings value) {
        return new ClientSettings(
                host,
                port,
                mode,
                systemId,
                password,
                systemType,
                addressRange,
                connectTimeout,
                bindTimeout,
                value,
                tls,
                tlsName);
    }

    /** The same under TLS; the server's certificate must be trusted by the context and name the host. */
    public ClientSettings withTls(SSLContext value) {
        return withTls(value, "");
    }

    /** The same under TLS; the server's certificate must bear this name, which need not be the host's. */
    public ClientSettings withTls(SSLContext value, String name) {
        return new ClientSettings(
                host,
                port,
                mode,
                systemId,
                password,
                systemType,
                addressRange,
                connectTimeout,
                bindTimeout,
                session,
                value,
                name);
    }

    @Override
    public String toString() {
        return "ClientSettings[" + systemId + "@" + host + ":" + port + ", " + mode + ", " + session + "]";
    }
}

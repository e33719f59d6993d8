package io.vestnik.platform.contacts;

import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** What an entry of a stop-list stops. */
public sealed interface StopScope {
    /** The channels that an entry may stop, as the API calls them. */
    List<String> CHANNELS = List.of("sms", "voice", "viber", "vk", "ok", "telegram", "whatsapp", "email", "call");

    /** How long the name of a sender may be. */
    int LONGEST_SENDER = 30;

    /** Every message. */
    record Everything() implements StopScope {}

    /** Messages by one channel, one of {@link #CHANNELS}. */
    record Channel(String code) implements StopScope {
        public Channel {
            if (!CHANNELS.contains(code)) {
                throw new IllegalArgumentException("Not a channel: " + code);
            }
        }
    }

    /** Messages from one sender name, 1 to {@link #LONGEST_SENDER} characters; its letters may be large or small. */
    record Sender(String name) implements StopScope {
        public Sender {
            if (name.isBlank() || name.length() > LONGEST_SENDER || name.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("Not a name of a sender");
            }
        }
    }

    /** {@code everything}, {@code channel} or {@code sender}. */
    default String kind() {
        return switch (this) {
            case Everything _ -> "everything";
            case Channel _ -> "channel";
            case Sender _ -> "sender";
        };
    }

    /** The channel or the name; empty for everything. */
    default String value() {
        return switch (this) {
            case Everything _ -> "";
            case Channel(String code) -> code;
            case Sender(String name) -> name;
        };
    }

    /** The scope of a kind and a value as people and programs write them; none for what is no scope. */
    static Optional<StopScope> of(String kind, String value) {
        String written = value.strip();
        String channel = written.toLowerCase(Locale.ROOT);
        return switch (kind) {
            case "everything" -> Optional.of(new Everything());
            case "channel" -> CHANNELS.contains(channel) ? Optional.of(new Channel(channel)) : Optional.empty();
            case "sender" ->
                written.isEmpty() || written.length() > LONGEST_SENDER || written.indexOf('\0') >= 0
                        ? Optional.empty()
                        : Optional.of(new Sender(written));
            default -> Optional.empty();
        };
    }
}

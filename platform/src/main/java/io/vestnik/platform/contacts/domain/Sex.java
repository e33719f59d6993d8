package io.vestnik.platform.contacts.domain;

import java.util.Locale;
import java.util.Optional;

/** Sex as it is kept by one letter. */
public enum Sex {
    MALE("m"),
    FEMALE("f");

    private final String code;

    Sex(String code) {
        this.code = code;
    }

    public String code() {
        return code;
    }

    /** Understands what people write, such as {@code м}, {@code Жен.} or {@code female}; none when it is not understood. */
    public static Optional<Sex> read(String text) {
        return switch (text.strip().toLowerCase(Locale.ROOT).replaceFirst("\\.$", "")) {
            case "m", "male", "man", "м", "муж", "мужской", "мужчина" -> Optional.of(MALE);
            case "f", "female", "woman", "ж", "жен", "женский", "женщина" -> Optional.of(FEMALE);
            default -> Optional.empty();
        };
    }
}

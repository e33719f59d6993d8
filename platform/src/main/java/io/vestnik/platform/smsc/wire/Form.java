package io.vestnik.platform.smsc.wire;

import java.nio.charset.Charset;
import java.util.Locale;

/** The form of an answer, as {@code fmt} asks for it. */
public enum Form {
    /** For people: the usual one. */
    TEXT("text/plain"),
    /** Values with commas between them. */
    VALUES("text/plain"),
    XML("text/xml"),
    JSON("application/json");

    private final String type;

    Form(String type) {
        this.type = type;
    }

    /** The form of a {@code fmt}; the usual one for what is none. */
    static Form of(String fmt) {
        return switch (fmt) {
            case "1" -> VALUES;
            case "2" -> XML;
            case "3" -> JSON;
            default -> TEXT;
        };
    }

    /** The value of the header {@code Content-Type}. */
    public String contentType(Charset charset) {
        return type + "; charset=" + charset.name().toLowerCase(Locale.ROOT);
    }
}

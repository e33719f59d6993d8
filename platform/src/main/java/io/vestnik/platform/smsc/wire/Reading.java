package io.vestnik.platform.smsc.wire;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * Reads requests: fields of the address and of the body together, of which the body counts more. Texts are in the charset that one of
 * them names; bytes that mean nothing in it spoil the request.
 */
public final class Reading {
    /** The most bytes of a body. */
    public static final int LONGEST_BODY = 8 << 20;

    /** Where nothing else is said. */
    public static final Charset USUAL = Charset.forName("windows-1251");

    private static final JsonMapper JSON = new JsonMapper();

    private Reading() {}

    /**
     * What came of reading one.
     *
     * @param params as far as they could be read
     * @param sound whether that is all of them
     */
    public record Read(Params params, boolean sound) {}

    /**
     * Reads a request.
     *
     * @param query as it stands in the address, without the question mark
     * @param body none for a request without one; at most {@link #LONGEST_BODY}
     */
    public static Read read(@Nullable String query, @Nullable String contentType, byte[] body) {
        Fields fields = new Fields();
        if (query != null) {
            fields.addEncoded(query.getBytes(StandardCharsets.ISO_8859_1));
        }
        if (contentType != null && Multipart.is(contentType)) {
            Multipart.read(contentType, body, fields);
        } else if (body.length > 0) {
            fields.addEncoded(body);
        }
        return decoded(fields);
    }

    private static Read decoded(Fields fields) {
        Map<String, byte[]> raw = fields.values();
        Form form = Form.of(ascii(raw.get("fmt")));
        Optional<Charset> charset = charset(ascii(raw.get("charset")));
        Map<String, String> values = HashMap.newHashMap(raw.size());
        boolean sound = fields.isSound() && charset.isPresent();
        String bin = ascii(raw.get("bin"));
        for (Map.Entry<String, byte[]> field : raw.entrySet()) {
            try {
                boolean octets = isOctets(field.getKey(), bin);
                String value = text(field.getValue(), octets ? StandardCharsets.ISO_8859_1 : charset.orElse(USUAL));
                sound &= octets || isText(value);
                values.put(field.getKey(), value);
            } catch (CharacterCodingException e) {
                sound = false; // which of its letters were meant, nobody knows
            }
        }
        Charset names = charset.orElse(USUAL);
        List<Attachment> files = fields.files().stream()
                .map(it -> new Attachment(new String(it.name(), names), it.body(), it.from(), it.to()))
                .toList();
        return new Read(new Params(values, names, form, files), sound);
    }

    private static String text(byte[] bytes, Charset charset) throws CharacterCodingException {
        return charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT)
                .decode(ByteBuffer.wrap(bytes))
                .toString();
    }

    /** U+0000 stands in no text, and can be stored nowhere. */
    private static boolean isText(String value) {
        return value.indexOf(0) < 0;
    }

    /** Of octets each letter stands for one, whatever the charset is. */
    private static boolean isOctets(String name, String bin) {
        return name.equals("mes") && bin.equals("1");
    }

    private static String ascii(byte @Nullable [] bytes) {
        return bytes == null ? "" : new String(bytes, StandardCharsets.ISO_8859_1);
    }

    private static Optional<Charset> charset(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "", "windows-1251", "cp1251" -> Optional.of(USUAL);
            case "utf-8", "utf8" -> Optional.of(StandardCharsets.UTF_8);
            case "koi8-r" -> Optional.of(Charset.forName("KOI8-R"));
            default -> Optional.empty();
        };
    }

    /** Reads a JSON object whose members are the same parameters; several values of one stand with commas between them. */
    public static Read readJson(byte[] body) {
        Map<String, String> values = new HashMap<>();
        boolean sound = true;
        try {
            JsonNode root = JSON.readTree(body);
            sound = root.isObject() && root.size() <= Fields.MOST;
            String bin = value(root.path("bin")).orElse("");
            for (Map.Entry<String, JsonNode> member : root.properties()) {
                Optional<String> value = value(member.getValue());
                value.ifPresent(it -> values.put(member.getKey(), it));
                sound &= value.map(it -> isOctets(member.getKey(), bin) || isText(it))
                        .orElse(member.getValue().isNull());
            }
        } catch (JacksonException e) {
            sound = false; // its author is told so; the parser's words would quote it
        }
        return new Read(new Params(values, StandardCharsets.UTF_8, Form.JSON), sound);
    }

    private static Optional<String> value(JsonNode node) {
        if (node.isBoolean()) {
            return Optional.of(node.booleanValue() ? "1" : "0");
        }
        if (node.isArray()) {
            boolean flat = node.valueStream().allMatch(it -> it.isString() || it.isNumber());
            return flat
                    ? Optional.of(node.valueStream().map(JsonNode::asString).collect(Collectors.joining(",")))
                    : Optional.empty();
        }
        return node.isString() || node.isNumber() ? Optional.of(node.asString()) : Optional.empty();
    }
}

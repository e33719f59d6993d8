package io.vestnik.platform.smsc.wire;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes JSON as the service does: a member a line, nothing indented. */
final class JsonText {
    private final CharsetEncoder encoder;
    private final StringBuilder text = new StringBuilder(100);

    JsonText(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    String of(Answer answer) {
        switch (answer) {
            case Answer.Done _ -> item(Item.of("result", "OK"));
            case Answer.One(Item item) -> item(item);
            case Answer.Many(List<Item> items) -> list(items);
            case Answer.Refused(Fault fault, String id) -> {
                Item refusal = Item.of("error", fault.words(), "error_code", fault.code());
                item(id == null ? refusal : refusal.with("id", Ids.number(id)));
            }
        }
        return text.toString();
    }

    private void item(Item item) {
        text.append("{\n");
        Iterator<Map.Entry<String, Object>> members = item.members().entrySet().iterator();
        while (members.hasNext()) {
            Map.Entry<String, Object> member = members.next();
            quoted(member.getKey());
            text.append(": ");
            value(member.getValue());
            text.append(members.hasNext() ? ",\n" : "\n");
        }
        text.append('}');
    }

    private void value(Object value) {
        switch (value) {
            case Number number -> text.append(number);
            case Item item -> item(item);
            case List<?> list -> list(list);
            default -> quoted(value.toString());
        }
    }

    private void list(List<?> values) {
        text.append('[');
        for (int i = 0; i < values.size(); i++) {
            text.append(i == 0 ? "" : ",\n");
            value(values.get(i));
        }
        text.append(']');
    }

    private void quoted(String value) {
        text.append('"');
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            switch (c) {
                case '"', '\\' -> text.append('\\').append(c);
                case '\n' -> text.append("\\n");
                case '\r' -> text.append("\\r");
                case '\t' -> text.append("\\t");
                default -> {
                    boolean plain = c >= ' ' && (c < 0x7f || (encoder.canEncode(c) && !Character.isSurrogate(c)));
                    text.append(plain ? String.valueOf(c) : "\\u%04x".formatted((int) c));
                }
            }
        }
        text.append('"');
    }
}

package io.vestnik.platform.smsc.wire;

import java.nio.charset.Charset;
import java.nio.charset.CharsetEncoder;
import java.util.Iterator;
import java.util.List;
import java.util.Map;

/** Writes XML: an element a member, a line each; of a list within a record the first member is the content, the others attributes. */
final class XmlText {
    private final CharsetEncoder encoder;
    private final StringBuilder text = new StringBuilder(100);

    XmlText(Charset charset) {
        this.encoder = charset.newEncoder();
    }

    String of(Answer answer) {
        switch (answer) {
            case Answer.Done _ -> text.append("<result>OK</result>");
            case Answer.One(Item item) when item.xml() != null -> text.append(item.xml());
            case Answer.One(Item item) -> element("result", item);
            case Answer.Many(List<Item> items) -> {
                text.append("<result>\n");
                for (Item item : items) {
                    element("item", item);
                    text.append('\n');
                }
                text.append("</result>");
            }
            case Answer.Refused(Fault fault, String id) -> {
                Item refusal = Item.of("error", fault.words(), "error_code", fault.code());
                element("result", id == null ? refusal : refusal.with("id", id));
            }
        }
        return text.toString();
    }

    private void element(String name, Item item) {
        text.append('<').append(name).append(">\n");
        item.members().forEach((member, value) -> {
            text.append('<').append(member).append('>');
            if (value instanceof List<?> list) {
                text.append('\n');
                list.forEach(this::inList);
            } else {
                escaped(value.toString());
            }
            text.append("</").append(member).append(">\n");
        });
        text.append("</").append(name).append('>');
    }

    private void inList(Object value) {
        if (!(value instanceof Item item)) {
            text.append("<value>");
            escaped(value.toString());
            text.append("</value>\n");
            return;
        }
        Iterator<Map.Entry<String, Object>> members = item.members().entrySet().iterator();
        Map.Entry<String, Object> first = members.next();
        text.append('<').append(first.getKey());
        while (members.hasNext()) {
            Map.Entry<String, Object> other = members.next();
            text.append(' ').append(other.getKey()).append("=\"");
            escaped(other.getValue().toString());
            text.append('"');
        }
        text.append('>');
        escaped(first.getValue().toString());
        text.append("</").append(first.getKey()).append(">\n");
    }

    private void escaped(String value) {
        value.codePoints().forEach(c -> {
            switch (c) {
                case '<' -> text.append("&lt;");
                case '>' -> text.append("&gt;");
                case '&' -> text.append("&amp;");
                case '"' -> text.append("&quot;");
                default -> character(c);
            }
        });
    }

    /** What XML 1.0 §2.2 has no place for is left out. */
    private void character(int c) {
        boolean inXml = c >= ' ' || c == '\n' || c == '\t';
        if (inXml && encoder.canEncode(Character.toString(c))) {
            text.appendCodePoint(c);
        } else if (inXml && !(c >= 0xd800 && c < 0xe000) && c != 0xfffe && c != 0xffff) {
            text.append("&#").append(c).append(';');
        }
    }
}

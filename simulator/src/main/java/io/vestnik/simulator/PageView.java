package io.vestnik.simulator;

import static io.vestnik.simulator.PageText.escaped;

import io.vestnik.smpp.MessageState;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the page shows, as HTML and as JSON. */
final class PageView {
    private static final int SHOWN = 30;
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("HH:mm:ss").withZone(ZoneOffset.UTC);

    private final Simulator simulator;

    PageView(Simulator simulator) {
        this.simulator = simulator;
    }

    String page(PageText text, String to, String notice) {
        List<Seen> last = simulator.messages(1, to);
        List<Program> programs = simulator.programs();
        StringBuilder behaviour = new StringBuilder();
        simulator
                .behaviour()
                .options()
                .forEach((name, value) -> behaviour
                        .append("      <label>")
                        .append(escaped(text.word("behaviour." + name)))
                        .append(" <input name=\"")
                        .append(name)
                        .append("\" value=\"")
                        .append(escaped(value))
                        .append("\"></label>\n"));
        return text.page(Map.of(
                "lang", text.language(),
                "port", Integer.toString(simulator.port()),
                "to", escaped(to),
                "notice", notice.isEmpty() ? "" : "<p class=\"notice\" role=\"status\">" + escaped(notice) + "</p>",
                "live", live(text, to),
                "system", programs.isEmpty() ? "" : escaped(programs.getFirst().systemId()),
                "sender", last.isEmpty() ? "" : escaped(last.getFirst().from()),
                "behaviour", behaviour.toString()));
    }

    /** The part that renews itself. */
    String live(PageText text, String to) {
        StringBuilder html = new StringBuilder(4_096);
        heading(html, text, "counts").append("<table>");
        counts().forEach((name, count) -> html.append("<tr><th scope=\"row\">")
                .append(escaped(text.word("counts." + name)))
                .append("</th><td class=\"number\">")
                .append(count)
                .append("</td></tr>\n"));
        html.append("</table>\n");
        programs(html, text);
        heading(html, text, "messages");
        List<Seen> messages = simulator.messages(SHOWN, to);
        if (messages.isEmpty()) {
            html.append("<p>").append(escaped(text.word("messages.none"))).append("</p>\n");
        }
        messages.forEach(message -> message(html, text, message));
        return html.toString();
    }

    private void programs(StringBuilder html, PageText text) {
        heading(html, text, "programs");
        List<Program> programs = simulator.programs();
        if (programs.isEmpty()) {
            html.append("<p>").append(escaped(text.word("programs.none"))).append("</p>\n");
            return;
        }
        html.append("<table><tr>");
        for (String column : List.of("system", "sessions", "waiting")) {
            html.append("<th scope=\"col\">")
                    .append(escaped(text.word("programs." + column)))
                    .append("</th>");
        }
        html.append("</tr>\n");
        for (Program program : programs) {
            html.append("<tr><td>")
                    .append(escaped(program.systemId()))
                    .append("</td><td class=\"number\">")
                    .append(program.sessions())
                    .append("</td><td class=\"number\">")
                    .append(program.waiting())
                    .append("</td></tr>\n");
        }
        html.append("</table>\n");
    }

    private static void message(StringBuilder html, PageText text, Seen message) {
        MessageState state = message.state();
        html.append("<article class=\"message\"><small>")
                .append(TIME.format(message.at()))
                .append(" UTC · ")
                .append(escaped(text.word("messages.from")))
                .append(" <b>")
                .append(escaped(message.from()))
                .append("</b> ")
                .append(escaped(text.word("messages.to")))
                .append(' ')
                .append(escaped(message.to()))
                .append("</small><p class=\"text\">")
                .append(escaped(message.text()))
                .append("</p><small>")
                .append(escaped(text.word("state." + (state == null ? "none" : state.name()))));
        if (message.ids().size() > 1) {
            html.append(" · ")
                    .append(escaped(text.word("messages.parts")))
                    .append(": ")
                    .append(message.ids().size());
        }
        if (message.missing() > 0) {
            html.append(" · ")
                    .append(escaped(text.word("messages.missing")))
                    .append(": ")
                    .append(message.missing());
        }
        html.append(" · data_coding ").append(message.dataCoding()).append("</small></article>\n");
    }

    private static StringBuilder heading(StringBuilder html, PageText text, String key) {
        return html.append("<h2>").append(escaped(text.word(key))).append("</h2>\n");
    }

    private Map<String, Long> counts() {
        Counts counts = simulator.counts();
        Map<String, Long> named = new LinkedHashMap<>();
        named.put("submits", counts.submits());
        named.put("accepted", counts.accepted());
        named.put("refused", counts.refused());
        named.put("throttled", counts.throttled());
        named.put("receiptsSent", counts.receiptsSent());
        named.put("receiptsTaken", counts.receiptsTaken());
        named.put("receiptsRefused", counts.receiptsRefused());
        named.put("inboundTaken", counts.inboundTaken());
        named.put("inboundRefused", counts.inboundRefused());
        named.put("pending", counts.pending());
        return named;
    }

    String countsAsJson() {
        StringBuilder json = new StringBuilder("{");
        counts().forEach((name, count) ->
                json.append('"').append(name).append("\":").append(count).append(','));
        return json.append("\"sessions\":")
                .append(simulator.counts().sessions())
                .append('}')
                .toString();
    }

    String messagesAsJson(int most, String to) {
        StringBuilder json = new StringBuilder("[");
        for (Seen message : simulator.messages(most, to)) {
            json.append(json.length() > 1 ? "," : "");
            field(json.append('{'), "at", message.at().toString());
            field(json.append(','), "from", message.from());
            field(json.append(','), "to", message.to());
            field(json.append(','), "text", message.text());
            json.append(",\"data_coding\":").append(message.dataCoding());
            MessageState state = message.state();
            field(json.append(','), "state", state == null ? "" : state.word());
            json.append(",\"parts\":")
                    .append(message.ids().size())
                    .append(",\"missing\":")
                    .append(message.missing())
                    .append('}');
        }
        return json.append(']').toString();
    }

    private static void field(StringBuilder json, String name, String value) {
        json.append('"').append(name).append("\":\"");
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c == '"' || c == '\\') {
                json.append('\\').append(c);
            } else if (c < ' ' || Character.isSurrogate(c)) {
                json.append(String.format("\\u%04x", (int) c));
            } else {
                json.append(c);
            }
        }
        json.append('"');
    }
}

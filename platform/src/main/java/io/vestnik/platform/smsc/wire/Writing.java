package io.vestnik.platform.smsc.wire;

import java.nio.charset.Charset;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Writes answers: no line feed at the end, a point in numbers, in JSON a member a line without indentation. */
public final class Writing {
    private Writing() {}

    /** The bytes of an answer. What a charset has no letter for stands in JSON and XML by its number, elsewhere as a question mark. */
    public static byte[] bytes(Answer answer, Params params) {
        Charset charset = params.charset();
        String text = switch (params.form()) {
            case TEXT -> text(answer);
            case VALUES -> values(answer);
            case XML -> new XmlText(charset).of(answer);
            case JSON -> new JsonText(charset).of(answer);
        };
        return text.getBytes(charset);
    }

    private static String text(Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> "OK";
            case Answer.One(Item item) -> lines(Stream.of(item), Item::asText);
            case Answer.Many(List<Item> items) -> lines(items.stream(), Item::asText);
            case Answer.Refused(Fault fault, String id) ->
                "ERROR = " + fault.code() + " (" + fault.words() + ")" + (id == null ? "" : ", ID - " + id);
        };
    }

    private static String values(Answer answer) {
        return switch (answer) {
            case Answer.Done _ -> "OK";
            case Answer.One(Item item) -> lines(Stream.of(item), Item::asValues);
            case Answer.Many(List<Item> items) -> lines(items.stream(), Item::asValues);
            case Answer.Refused(Fault fault, String id) -> (id == null ? "0" : id) + ",-" + fault.code();
        };
    }

    private static String lines(Stream<Item> items, Function<Item, String> line) {
        return items.flatMap(item -> Stream.concat(Stream.of(item), item.below().stream()))
                .map(line)
                .collect(Collectors.joining("\n"));
    }
}

package io.vestnik.platform.doors;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.ObjectNode;

/** Bodies that are nearly right, nearly JSON, or nothing of the kind; the same for the same random numbers. */
final class MutatedRequests {
    private static final int DEEP = 3_000;
    private static final int LONG = 20_000;

    private final Random random;
    private final JsonMapper json;

    MutatedRequests(Random random, JsonMapper json) {
        this.random = random;
        this.json = json;
    }

    /** A body like this one, spoilt. */
    byte[] of(JsonNode example) {
        return switch (random.nextInt(8)) {
            case 0 -> cut(json.writeValueAsBytes(example));
            case 1 -> flipped(json.writeValueAsBytes(example));
            case 2 -> text("[".repeat(1 + random.nextInt(DEEP)));
            case 3 -> text("{\"a\":".repeat(1 + random.nextInt(DEEP)) + "1");
            case 4 -> twice(example);
            default -> json.writeValueAsBytes(wrong(example.deepCopy()));
        };
    }

    private byte[] cut(byte[] whole) {
        return Arrays.copyOf(whole, random.nextInt(whole.length));
    }

    /** With bytes that are no UTF-8 among others. */
    private byte[] flipped(byte[] whole) {
        for (int i = 0; i <= random.nextInt(4); i++) {
            whole[random.nextInt(whole.length)] = (byte) random.nextInt(256);
        }
        return whole;
    }

    private byte[] twice(JsonNode example) {
        String whole = json.writeValueAsString(example);
        return text(
                whole.startsWith("{") && whole.length() > 2
                        ? whole.substring(0, whole.length() - 1) + "," + whole.substring(1)
                        : whole + whole);
    }

    private static byte[] text(String body) {
        return body.getBytes(StandardCharsets.UTF_8);
    }

    /** With one value somewhere of another kind, or beyond all bounds. */
    private JsonNode wrong(JsonNode whole) {
        List<Runnable> places = new ArrayList<>();
        collect(whole, places);
        if (places.isEmpty()) {
            return value();
        }
        places.get(random.nextInt(places.size())).run();
        return whole;
    }

    private void collect(JsonNode node, List<Runnable> places) {
        if (node instanceof ObjectNode object) {
            object.propertyNames().forEach(name -> {
                places.add(() -> object.set(name, value()));
                collect(object.path(name), places);
            });
            places.add(() -> object.set("unknown" + random.nextInt(3), value()));
        } else if (node instanceof ArrayNode array) {
            for (int i = 0; i < array.size(); i++) {
                int at = i;
                places.add(() -> array.set(at, value()));
                collect(array.get(i), places);
            }
        }
    }

    private JsonNode value() {
        return switch (random.nextInt(12)) {
            case 0 -> json.nullNode();
            case 1 -> json.createObjectNode().put("x", 1);
            case 2 -> json.createArrayNode().add(json.nullNode()).add("x");
            case 3 -> json.valueToTree(random.nextLong());
            case 4 -> json.valueToTree(Double.MAX_VALUE);
            case 5 -> json.valueToTree(-1);
            case 6 -> json.valueToTree(random.nextBoolean());
            case 7 -> json.valueToTree("");
            case 8 -> json.valueToTree("x".repeat(random.nextInt(LONG)));
            case 9 -> json.valueToTree("\0 \u0001\u202e\ufffe " + (char) (0xd800 + random.nextInt(0x800)));
            case 10 -> json.valueToTree("99999999999999999999");
            default -> json.valueToTree("' OR 1=1; -- ../../etc/passwd <script>${7*7}</script> %00");
        };
    }
}

package io.vestnik.platform.doors;

import java.io.ByteArrayOutputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import tools.jackson.databind.json.JsonMapper;

/** The scripts of SMSC: fields that are nearly right, in the address, in each kind of body, and between the two. */
final class SpoiltScripts implements SpoiltDoor {
    private static final int LONG = 20_000;
    private static final String BOUNDARY = "=_b";

    /** What programs ask, field by field; numbers that come once a request are made anew each time. */
    private static final List<Map.Entry<String, String>> ASKED = List.of(
            Map.entry("send", "phones=PHONE&mes=Hello&fmt=3&cost=2&id=order.7&time=+1&tz=0&valid=1&err=1&op=1"),
            Map.entry(
                    "send",
                    "phones=PHONE,PHONE&mes=Hello&fmt=1&charset=utf-8&sender=VESTNIK&translit=1&period=2&freq=30"),
            Map.entry("send", "list=PHONE:One\nVESTNIK|PHONE:Two&nl=1&fmt=2&charset=koi8-r&maxsms=1&tinyurl=1"),
            Map.entry("status", "phone=PHONE&id=7&fmt=3&all=2&charset=utf-8"),
            Map.entry("status", "phone=PHONE,PHONE,&id=7,8,&fmt=1&all=1"),
            Map.entry("balance", "fmt=3&cur=1"),
            Map.entry("info", "get_operator=1&phone=PHONE&fmt=2"),
            Map.entry("get", "get_messages=1&start=01.11.2026&end=22.11.2026&cnt=10&prev_id=5&fmt=3"),
            Map.entry("get", "get_answers=1&after_id=1&cnt=10&fmt=2"),
            Map.entry("get", "get_stat=1&start=01.11.2026&end=22.11.2026&fmt=3"),
            Map.entry("phones", "add=1&phone=PHONE&fname=Anna&bd=01.02.1990&grp=1&fmt=3"),
            Map.entry("phones", "get=1&search=Anna&after_id=1&fmt=2"),
            Map.entry("phones", "add_group=1&name=Group&fmt=3"),
            Map.entry("templates", "add=1&name=Hello&msg=Hello&fmt=3"),
            Map.entry("senders", "get=1&all=1&cnt=10&fmt=3"),
            Map.entry("jobs", "get_all=1&fmt=3"),
            Map.entry("jobs", "add=1&name=News&phones=PHONE&mes=Hello&time=01.12.26 10:00&rpt=1&fmt=3"),
            Map.entry("users", "pay=1&user=nobody&sum=1&fmt=3"));

    private final String key;
    private final JsonMapper json;

    SpoiltScripts(String key, JsonMapper json) {
        this.key = key;
        this.json = json;
    }

    @Override
    public byte[] request(Random random) {
        Map.Entry<String, String> asked = ASKED.get(random.nextInt(ASKED.size()));
        Map<String, byte[]> fields = spoilt(asked.getValue(), random);
        String script = "/sys/" + asked.getKey() + ".php?apikey=" + key;
        return switch (random.nextInt(4)) {
            case 0 -> HttpLine.request("GET " + script + "&" + encoded(fields), List.of(), new byte[0]);
            case 1 -> body("POST " + script, "multipart/form-data; boundary=" + BOUNDARY, parts(fields, random));
            case 2 -> body("POST /rest/send/", "application/json", json(fields).getBytes(StandardCharsets.UTF_8));
            default -> body("POST " + script, "application/x-www-form-urlencoded", broken(fields, random));
        };
    }

    private static byte[] body(String target, String type, byte[] body) {
        return HttpLine.request(target, List.of("Content-Type: " + type), body);
    }

    private Map<String, byte[]> spoilt(String asked, Random random) {
        Map<String, byte[]> fields = new LinkedHashMap<>();
        for (String field : asked.split("&")) {
            String phone = "7916%07d".formatted(random.nextInt(10_000_000));
            String[] pair = field.replace("PHONE", phone).split("=", 2);
            fields.put(pair[0], pair[1].getBytes(StandardCharsets.UTF_8));
        }
        List<String> names = List.copyOf(fields.keySet());
        for (int i = random.nextInt(3); i >= 0; i--) {
            String name = names.get(random.nextInt(names.size()));
            switch (random.nextInt(4)) {
                case 0 -> fields.remove(name);
                case 1 -> fields.put("f" + random.nextInt(), nonsense(random));
                default -> fields.put(name, nonsense(random));
            }
        }
        return fields;
    }

    private static byte[] nonsense(Random random) {
        return switch (random.nextInt(8)) {
            case 0 -> new byte[0];
            case 1 -> octets(random);
            case 2 -> "9".repeat(1 + random.nextInt(30)).getBytes(StandardCharsets.US_ASCII);
            case 3 -> ("-" + random.nextInt()).getBytes(StandardCharsets.US_ASCII);
            case 4 -> "x,".repeat(random.nextInt(LONG / 8)).getBytes(StandardCharsets.US_ASCII);
            case 5 -> "\0 \u0001\u202e\ufffe 😀".getBytes(StandardCharsets.UTF_8);
            case 6 -> "31.02.2026 25:61".getBytes(StandardCharsets.US_ASCII);
            default -> "' OR 1=1; -- <b>${7*7}</b> G1,G999999999999 h9-8".getBytes(StandardCharsets.US_ASCII);
        };
    }

    private static byte[] octets(Random random) {
        byte[] octets = new byte[random.nextInt(40)];
        random.nextBytes(octets);
        return octets;
    }

    private static String encoded(Map<String, byte[]> fields) {
        StringBuilder text = new StringBuilder();
        fields.forEach((name, value) -> {
            String octets = new String(value, 0, Math.min(value.length, 1_000), StandardCharsets.ISO_8859_1);
            text.append(text.isEmpty() ? "" : "&").append(name).append('=');
            text.append(URLEncoder.encode(octets, StandardCharsets.ISO_8859_1));
        });
        return text.toString();
    }

    /** Sometimes with signs that encode nothing. */
    private static byte[] broken(Map<String, byte[]> fields, Random random) {
        String whole = encoded(fields);
        return (random.nextInt(4) == 0 ? whole + "&x=%zz&%=&==&&%9" : whole).getBytes(StandardCharsets.ISO_8859_1);
    }

    /** Sometimes without an end. */
    private static byte[] parts(Map<String, byte[]> fields, Random random) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        fields.forEach((name, value) -> {
            String head = "--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"" + name + "\"\r\n\r\n";
            body.writeBytes(head.getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(value);
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        });
        if (random.nextInt(4) > 0) {
            body.writeBytes(("--" + BOUNDARY + "--\r\n").getBytes(StandardCharsets.US_ASCII));
        }
        return body.toByteArray();
    }

    private String json(Map<String, byte[]> fields) {
        Map<String, Object> members = new LinkedHashMap<>();
        members.put("apikey", key);
        fields.forEach((name, value) -> members.put(name, new String(value, StandardCharsets.ISO_8859_1)));
        return json.writeValueAsString(members);
    }

    /** Every answer is 200, refusals too; a list without a line in it is empty. */
    @Override
    public Optional<String> fault(HttpLine.Answer answer) {
        return answer.status() == 200 ? Optional.empty() : Optional.of(answer.status() + " " + answer.body());
    }
}

package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Whatever stands in a request, there is an answer in the form that was asked for. */
class SmscBadInputTests extends AsSmscProgram {
    private static final int REQUESTS = 600;
    private static final List<String> SCRIPTS = List.of(
            "jobs", "get", "tinyurls", "receive_phones", "ping", "op_templates", "templates", "info", "get_mnp");
    /** Without a name there is no mailing, and without a text no template: nothing stays behind. */
    private static final List<String> NAMES = List.of(
            "add",
            "get",
            "get_all",
            "cancel",
            "del",
            "chg",
            "buy",
            "get_messages",
            "get_price",
            "get_stat",
            "get_operator",
            "id",
            "link",
            "phone",
            "phones",
            "list",
            "nl",
            "start",
            "end",
            "cnt",
            "prev_id",
            "format",
            "host",
            "info",
            "ok",
            "rpt",
            "rptn",
            "period",
            "time",
            "tz",
            "maxsms",
            "mts_srv",
            "noprolong",
            "fl%5B5%5D",
            "date");

    private static final List<String> VALUES = List.of(
            "",
            "0",
            "1",
            "1",
            "1",
            "-1",
            "2147483648",
            "99999999999999999999",
            "%00",
            "%FF%FE",
            "%98",
            "a%27%3B--",
            "%7Bname%7D",
            "31.02.2026",
            "01.01.2026",
            "G1",
            "%5B%5B%5B",
            "%0A~~~%0A",
            "%F0%9F%98%80",
            "+",
            "%25",
            "79990000001%3Ahello",
            "1e9",
            "0x1");

    @Test
    void answersWhateverIsAsked() throws Exception {
        long seed = System.nanoTime();
        Random random = new Random(seed);
        for (int i = 0; i < REQUESTS; i++) {
            StringBuilder query = new StringBuilder("fmt=1");
            for (int parameter = random.nextInt(7); parameter >= 0; parameter--) {
                query.append('&').append(any(NAMES, random)).append('=').append(any(VALUES, random));
            }
            String script = any(SCRIPTS, random);
            assertThat(get(script, query.toString()))
                    .as("seed %d, request %d: %s.php?%s", seed, i, script, query)
                    .doesNotContain("Exception", "<html", "org.")
                    .satisfies(answer -> assertThat(answer.startsWith("0,-"))
                            .as("a refusal has a number of the service")
                            .isEqualTo(answer.matches("0,-(10|[1-9])")));
        }
    }

    private static String any(List<String> all, Random random) {
        return all.get(random.nextInt(all.size()));
    }
}

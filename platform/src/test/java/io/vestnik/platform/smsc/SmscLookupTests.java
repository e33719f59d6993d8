package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What programs read of messages, prices, links and numbers. */
class SmscLookupTests extends AsSmscProgram {
    private static final Pattern CODE = Pattern.compile("(\\S+/l/(\\w{8}))");

    @Test
    void tellsTheHistoryOfSeveralPhones() throws Exception {
        String first = phone();
        String second = phone();
        String third = phone();
        get("send", "phones=" + first + "," + second + "," + third + "&mes=Hello&fmt=1");
        assertThat(get("get", "get_messages=1&phone=" + first + ",%2B" + second + "&fmt=3"))
                .contains(first, second)
                .contains("\"crc\": 4157704578")
                .doesNotContain(third);
        assertThat(get("get", "get_messages=1&phone=" + first + ",abc&fmt=1")).isEqualTo("0,-1");
        assertThat(post(
                        "/sys/get.php",
                        "application/x-www-form-urlencoded",
                        ("apikey=" + key("client") + "&get_messages=1&fmt=1&phone=" + numbers(1_001))
                                .getBytes(CYRILLIC)))
                .isEqualTo("0,-1");
    }

    private static String numbers(int count) {
        return IntStream.range(0, count).mapToObj(i -> "7999" + (1_000_000 + i)).collect(Collectors.joining(","));
    }

    @Test
    void tellsPricesByDirection() throws Exception {
        String zones = get("get", "get_price=1&fmt=3");
        assertThat(zones).startsWith("{\n\"zones\": [{\n\"zone\": \"").containsPattern("\"api\": \"\\d+\\.\\d{2,4}\"");
        assertThat(get("get", "get_price=1&fmt=1")).matches("(?s)[*\\d]+,.*");
    }

    @Test
    void tellsWhatAccountsBelowSent() throws Exception {
        get("send", "phones=" + phone() + "&mes=Hello&fmt=1");
        // Counters follow the facts.
        await().until(() -> {
            String stat = getAs("partner", "get", "get_stat=1&fmt=1&charset=utf-8&again=" + name(""));
            return stat.lines().count() > 1
                    && stat.lines().skip(1).anyMatch(line -> line.matches("[^,]+,[1-9]\\d*,[\\d.]*,,RUR"));
        });
    }

    @Test
    void tellsWhereALinkLeadsToItsOwnerOnly() throws Exception {
        String phone = phone();
        get("send", "phones=" + phone + "&mes=See+https://example.com/page&tinyurl=1&fmt=1");
        Matcher link = CODE.matcher(sentTo(phone).text());
        assertThat(link.find()).isTrue();
        assertThat(get("tinyurls", "get=1&fmt=3&id=" + link.group(2)))
                .contains("\"id\": \"" + link.group(2) + "\",\n\"url\": \"https://example.com/page\"")
                .contains("\"clicks\": 0");
        assertThat(get("tinyurls", "get=1&fmt=3&link=" + link.group(1))).contains("https://example.com/page");
        assertThat(getAs("partner", "tinyurls", "get=1&fmt=1&id=" + link.group(2)))
                .isEqualTo("0,-3");
        for (String nothing : new String[] {"id=Zz", "id=%2F%2F", "link=https://example.com/page", "id=AAAAAAAA"}) {
            assertThat(get("tinyurls", "get=1&fmt=1&" + nothing)).isEqualTo("0,-3");
        }
        assertThat(get("tinyurls", "get=1&fmt=1")).isEqualTo("0,-1");
    }

    @Test
    void tellsTheNumbersThatAreLentAndSellsNone() throws Exception {
        assertThat(get("receive_phones", "get=1&fmt=3"))
                .contains("\"phone\": \"2020\",\n\"keyword\": \"\",\n\"start\": \"");
        assertThat(getAs("partner", "receive_phones", "get=1&fmt=1")).isEqualTo("0,-3");
        assertThat(get("receive_phones", "buy=1&phone=2020&fmt=1")).isEqualTo("0,-5");
        assertThat(get("receive_phones", "chg=1&phone=2020&noprolong=1&fmt=1")).isEqualTo("0,-5");
        assertThat(get("receive_phones", "fmt=1")).isEqualTo("0,-1");
    }
}

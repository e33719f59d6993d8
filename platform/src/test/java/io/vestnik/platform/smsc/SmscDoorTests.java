package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.domain.ApiAccess;
import io.vestnik.platform.accounts.domain.KeyTerms;
import io.vestnik.platform.accounts.domain.Span;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.store.PersonalData;
import io.vestnik.sms.Body;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Sending, statuses and money. */
class SmscDoorTests extends AsSmscProgram {
    @Test
    void sendsATextInTheUsualCharsetAndCountsItsRequests() throws Exception {
        String phone = phone();
        String first = get("send", "phones=" + phone + "&mes=%CF%F0%E8%E2%E5%F2&fmt=3");
        assertThat(first).matches("\\{\n\"id\": \\d+,\n\"cnt\": 1\n}");
        assertThat(sentTo(phone).text()).isEqualTo("Привет");
        assertThat(sentTo(phone).reference()).isEqualTo(member(first, "id"));
        String second = get("send", "phones=" + phone() + "&mes=Hello&fmt=3");
        assertThat(Integer.parseInt(member(second, "id"))).isGreaterThan(Integer.parseInt(member(first, "id")));
    }

    @Test
    void answersInEachForm() throws Exception {
        assertThat(get("send", "phones=" + phone() + "&mes=Hello")).matches("OK - 1 SMS, ID - \\d+");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&fmt=1")).matches("\\d+,1");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&fmt=1&cost=3"))
                .matches("\\d+,1,\\d+\\.\\d{2,4},\\d+\\.\\d{2,4}");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&fmt=2&cost=2"))
                .matches("<result>\n<id>\\d+</id>\n<cnt>1</cnt>\n<cost>\\d+\\.\\d{2,4}</cost>\n</result>");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&fmt=3&cost=3"))
                .matches("\\{\n\"id\": \\d+,\n\"cnt\": 1,\n\"cost\": \"[\\d.]+\",\n\"balance\": \"[\\d.]+\"\n}");
    }

    @Test
    void letsInByThePasswordPlainAndHashed() throws Exception {
        ApiAccess.Answer.Given given =
                (ApiAccess.Answer.Given) context.getBean(ApiAccess.class).issue(client(), "smsc.shop", Duration.ZERO);
        for (String password :
                List.of(given.password(), hash("MD5", given.password()), hash("SHA-1", given.password()))) {
            assertThat(post(
                            "/sys/balance.php",
                            "application/x-www-form-urlencoded",
                            ("login=" + given.login() + "&psw=" + password + "&fmt=3").getBytes(CYRILLIC)))
                    .matches("\\{\n\"balance\": \"[\\d.]+\"\n}");
        }
        assertThat(post(
                        "/sys/balance.php",
                        "application/x-www-form-urlencoded",
                        "login=smsc.shop&psw=wrong&fmt=3".getBytes(CYRILLIC)))
                .isEqualTo("{\n\"error\": \"authorise error\",\n\"error_code\": 2\n}");
    }

    @Test
    void holdsThePasswordToItsLimitsAndTellsWhatIsLeft() throws Exception {
        ApiAccess access = context.getBean(ApiAccess.class);
        ApiAccess.Answer.Given given = (ApiAccess.Answer.Given) access.issue(client(), "smsc.bounded", Duration.ZERO);
        limit(access, Map.of(Span.MONTH, 1L));
        try {
            String who = "login=smsc.bounded&psw=" + given.password();
            assertThat(headers("/sys/balance.php?" + who).map())
                    .containsEntry("ratelimit-limit", List.of("1"))
                    .containsEntry("ratelimit-remaining", List.of("1"));
            String two = who + "&fmt=3&mes=Hello&phones=" + phone() + "," + phone();
            assertThat(post("/sys/send.php", "application/x-www-form-urlencoded", two.getBytes(CYRILLIC)))
                    .contains("\"error_code\": 10");
        } finally {
            limit(access, Map.of());
        }
    }

    private void limit(ApiAccess access, Map<Span, Long> limits) {
        AccountId account = client().account();
        KeyTerms terms = new KeyTerms(Set.of(), List.of(), null, null, false, limits);
        assertThat(access.limit(client(), access.of(account).version(), terms)).isTrue();
    }

    private static String hash(String algorithm, String password) throws Exception {
        return HexFormat.of()
                .formatHex(MessageDigest.getInstance(algorithm).digest(password.getBytes(StandardCharsets.UTF_8)));
    }

    @Test
    void takesFieldsInEveryKindOfBody() throws Exception {
        String urlencoded = phone();
        assertThat(post(
                        "/sys/send.php",
                        "application/x-www-form-urlencoded; charset=UTF-8",
                        ("apikey=" + key("client") + "&charset=utf-8&fmt=1&phones=" + urlencoded + "&mes="
                                        + URLEncoder.encode("Код 1", StandardCharsets.UTF_8))
                                .getBytes(StandardCharsets.UTF_8)))
                .matches("\\d+,1");
        assertThat(sentTo(urlencoded).text()).isEqualTo("Код 1");

        String multipart = phone();
        String part = "--b\r\nContent-Disposition: form-data; name=\"%s\"\r\n\r\n%s\r\n";
        assertThat(post(
                        "/sys/send.php?fmt=1&apikey=" + key("client"),
                        "multipart/form-data; boundary=b",
                        (part.formatted("charset", "utf-8")
                                        + part.formatted("phones", multipart)
                                        + part.formatted("mes", "Код 2")
                                        + "--b--\r\n")
                                .getBytes(StandardCharsets.UTF_8)))
                .matches("\\d+,1");
        assertThat(sentTo(multipart).text()).isEqualTo("Код 2");

        String json = phone();
        assertThat(post(
                        "/rest/send/",
                        "application/json",
                        ("{\"apikey\":\"" + key("client") + "\",\"phones\":\"" + json + "\",\"mes\":\"Код 3\"}")
                                .getBytes(StandardCharsets.UTF_8)))
                .matches("\\{\n\"id\": \\d+,\n\"cnt\": 1\n}");
        assertThat(sentTo(json).text()).isEqualTo("Код 3");
    }

    @Test
    void tellsWhatBecameOfEachNumberWhereThatIsWanted() throws Exception {
        String phone = phone();
        String answer = get("send", "phones=" + phone + ",123&mes=Hello&fmt=3&op=1&cost=2");
        assertThat(answer)
                .contains("\"phone\": \"" + phone + "\",\n\"mccmnc\": \"250")
                .contains(
                        "\"phone\": \"123\",\n\"mccmnc\": \"\",\n\"cost\": \"\",\n\"status\": \"22\",\n\"error\": \"249\"");
        String good = phone();
        assertThat(get("send", "phones=" + good + ",123&mes=Hello&fmt=3&err=1"))
                .contains("\"phone\": \"123\"")
                .doesNotContain(good);
    }

    @Test
    void refusesWithTheNumbersOfTheService() throws Exception {
        assertThat(get("send", "phones=123&mes=Hello&fmt=1")).matches("\\d+,-7");
        assertThat(get("send", "phones=123&mes=Hello")).matches("ERROR = 7 \\(invalid number\\), ID - \\d+");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&sender=NOBODY&fmt=1"))
                .matches("\\d+,-6");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&time=never&fmt=1"))
                .isEqualTo("0,-5");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&hlr=1&fmt=1")).isEqualTo("0,-8");
        assertThat(get("send", "mes=Hello&fmt=1")).isEqualTo("0,-1");
        assertThat(get("send", "phones=" + phone() + "&mes=%98&fmt=1")).isEqualTo("0,-1");
        assertThat(get("wait_call", "phone=79990000001&fmt=3"))
                .isEqualTo("{\n\"error\": \"message is denied\",\n\"error_code\": 6\n}");
    }

    @Test
    void takesTheSameRequestOnceAMinute() throws Exception {
        String request = "phones=" + phone() + "&mes=Hello&fmt=3";
        assertThat(get("send", request)).contains("\"cnt\"");
        assertThat(get("send", request))
                .isEqualTo("{\n\"error\": \"duplicate request, wait a minute\",\n\"error_code\": 9\n}");
    }

    @Test
    void sendsAListUnderTheProgramsOwnId() throws Exception {
        String first = phone();
        String second = phone();
        String list = URLEncoder.encode(first + ":One\\nmore\nVESTNIK|" + second + ":Two", StandardCharsets.UTF_8);
        assertThat(get("send", "list=" + list + "&id=order.7&fmt=3&charset=utf-8"))
                .isEqualTo("{\n\"id\": \"order.7\",\n\"cnt\": 2\n}");
        assertThat(sentTo(first).text()).isEqualTo("One\nmore");
        assertThat(sentTo(second).text()).isEqualTo("Two");
        assertThat(get("status", "phone=" + first + "," + second + "&id=order.7&fmt=1"))
                .isEqualTo("-1,,0,order.7," + first + "\n-1,,0,order.7," + second);
    }

    @Test
    void tellsWhereMessagesStandByIdAndPhone() throws Exception {
        String phone = phone();
        String id = member(get("send", "phones=" + phone + "&mes=Hello%0A~~~%0Anote&fmt=3"), "id");
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&fmt=3")).isEqualTo("{\n\"status\": -1\n}");
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&fmt=1")).isEqualTo("-1,,0");
        assertThat(get("status", "phone=" + phone + "&id=" + id)).isEqualTo("Status = -1");
        assertThat(get("status", "phone=%2B" + phone + ",&id=" + id + ",&fmt=3"))
                .isEqualTo("[{\n\"status\": -1,\n\"id\": " + id + ",\n\"phone\": \"+" + phone + "\"\n}]");
        assertThat(get("status", "phone=" + phone + "&id=" + id + ",2147483647&fmt=1"))
                .isEqualTo("-1,,0," + id + "," + phone + "\n-3,,,2147483647," + phone);
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&fmt=3&all=2&charset=utf-8"))
                .contains("\"message\": \"Hello\"", "\"comment\": \"note\"", "\"country\": \"Россия\"")
                .contains("\"status_name\": \"Ожидает отправки\"", "\"type\": 0,\n\"sms_cnt\": 1");
        assertThat(get("get", "get_messages=1&phone=" + phone + "&fmt=3")).contains("\"id\": " + id + ",");
    }

    @Test
    void findsTheMessageThatIsThereBehindOneThatWasRefused() throws Exception {
        String phone = phone();
        String sent = "phones=" + phone + "&id=again.1&fmt=1&mes=Hello";
        assertThat(get("send", sent)).isEqualTo("again.1,1");
        assertThat(get("send", sent + "&sender=NOBODY")).isEqualTo("again.1,-6");
        assertThat(get("status", "phone=" + phone + "&id=again.1&fmt=1")).isEqualTo("-1,,0");
    }

    @Test
    void refusesWhatCannotBeStoredOrDone() throws Exception {
        assertThat(get("send", "phones=" + phone() + "&mes=a%0A~~~%0A%00&fmt=1"))
                .isEqualTo("0,-1");
        assertThat(get("send", "phones=" + phone() + "&mes=Hello&id=vestnik:secret&fmt=1"))
                .as("such a reference is the platform's own")
                .isEqualTo("0,-1");
        assertThat(get("status", "phone=79990000001&id=%00&fmt=1")).isEqualTo("0,-1");
        assertThat(get("get", "get_messages=1&end=31.12.%2B999999999&fmt=1")).isEqualTo("0,-1");
        for (String groups : List.of("G9,".repeat(10_001), groups(51))) {
            assertThat(post(
                            "/sys/send.php",
                            "application/x-www-form-urlencoded",
                            ("apikey=" + key("client") + "&fmt=1&mes=Hello&phones=" + groups).getBytes(CYRILLIC)))
                    .isEqualTo("0,-1");
        }
        assertThat(get("send", "list=" + phone() + ":__HLR__&fmt=1")).isEqualTo("0,-8");
    }

    private static String groups(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(i -> "G" + i).collect(Collectors.joining(","));
    }

    @Test
    void cutsBetweenWordsAndLinksAndTellsWhatThatCosts() throws Exception {
        String phone = phone();
        String text = URLEncoder.encode("a".repeat(150) + " https://example.com/page", StandardCharsets.UTF_8);
        String query = "phones=" + phone + "&mes=" + text + "&tinyurl=1&maxsms=1&fmt=1";
        assertThat(get("send", query + "&cost=1")).endsWith(",1");
        assertThat(get("send", query)).endsWith(",1");
        assertThat(sentTo(phone).text()).isEqualTo("a".repeat(150) + " ");
    }

    @Test
    void sendsFlashesAndTellsSo() throws Exception {
        String phone = phone();
        String id = member(get("send", "phones=" + phone + "&mes=%CF%F0%E8%E2%E5%F2&flash=1&fmt=3"), "id");
        assertThat(sentTo(phone).body()).isEqualTo(new Body.Text("Привет", true));
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&all=1&fmt=3"))
                .contains("\"flag\": 1,", "\"type\": 1,");
    }

    @Test
    void sendsOctetsAsTheyAreAndInDigits() throws Exception {
        String plain = phone();
        String id = member(get("send", "phones=" + plain + "&bin=1&mes=%06%05%04%0B%84%23%F0%98%00%FF&fmt=3"), "id");
        assertThat(sentTo(plain).body()).isEqualTo(new Body.Binary("0605040b8423f0", "9800ff", 4, 0));
        assertThat(get("status", "phone=" + plain + "&id=" + id + "&all=1&fmt=3"))
                .contains("\"flag\": 2,", "\"type\": 2,", "\"message\": \"0605040b8423f09800ff\"");
        String digits = phone();
        String query = "phones=" + digits + "&bin=2&mes=00C1FF%0A~~~%0Apid:%20127,%20dcs:%20246&fmt=1";
        String cost = get("send", query + "&cost=1");
        assertThat(get("send", query + "&cost=2")).endsWith(",1," + cost.replaceFirst(",1$", ""));
        assertThat(sentTo(digits).body()).isEqualTo(new Body.Binary("", "c1ff", 0xF6, 0x7F));
    }

    @Test
    void refusesOctetsThatAreNoShortMessage() throws Exception {
        for (String mes :
                List.of("", "00", "0G", "05FF", "00FF%0A~~~%0Apid:%200,%20dcs:%200", "00" + "FF".repeat(141))) {
            assertThat(get("send", "phones=" + phone() + "&bin=2&fmt=1&mes=" + mes))
                    .as(mes)
                    .isEqualTo("0,-1");
        }
        assertThat(get("send", "phones=" + phone() + "&bin=2&flash=1&fmt=1&mes=00FF"))
                .isEqualTo("0,-1");
    }

    @Test
    void takesAMessageBackWhereItIsDeleted() throws Exception {
        String phone = phone();
        String id = member(get("send", "phones=" + phone + "&mes=Hello&fmt=3"), "id");
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&del=1&fmt=3"))
                .isEqualTo("{\n\"result\": \"OK\"\n}");
        assertThat(sentTo(phone).state()).isEqualTo(MessageState.CANCELLED);
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&fmt=3")).isEqualTo("{\n\"status\": -3\n}");
        assertThat(get("status", "phone=" + phone + "&id=" + id + "&del=1&fmt=1"))
                .isEqualTo("0,-5");
    }

    @Test
    void saysWhatItWouldCostAndSendsNothing() throws Exception {
        String phone = phone();
        int before = messagesTo(phone).size();
        String cost = get("send", "phones=" + phone + "&mes=Hello&cost=1&fmt=3");
        assertThat(cost).matches("\\{\n\"cost\": \"[\\d.]+\",\n\"cnt\": 1\n}");
        assertThat(messagesTo(phone)).hasSize(before);
        String answered = get("send", "phones=" + phone + "&mes=Hello&cost=2&fmt=3");
        assertThat(member(answered, "cost")).isEqualTo(member(cost, "cost"));
    }

    @Test
    void waitsForTheTimeThatIsAskedFor() throws Exception {
        String phone = phone();
        get("send", "phones=" + phone + "&mes=Hello&time=%2B60&fmt=1");
        assertThat(sentTo(phone).state()).isEqualTo(MessageState.SCHEDULED);
    }

    @Test
    void tellsAndErasesWhatAProgramNotedOfAPerson() throws Exception {
        String phone = phone();
        get("send", "phones=" + phone + "&mes=Hello%0A~~~%0Anote");
        PersonalData comments = context.getBeansOfType(PersonalData.class).values().stream()
                .filter(it -> it.place().equals("smsc.comments"))
                .findFirst()
                .orElseThrow();
        AccountId account = client().account();
        assertThat(comments.tell(account, phone, null, 10).items())
                .extracting(PersonalData.Told::json)
                .anyMatch(it -> it.contains("note"));
        comments.erase(account, new PersonalData.People(Set.of(phone)), null);
        assertThat(comments.tell(account, phone, null, 10).items()).isEmpty();
    }

    @Test
    void tellsBalanceNetworksAndAnswers() throws Exception {
        assertThat(get("balance", "fmt=1")).matches("\\d+\\.\\d{2,4}");
        assertThat(get("balance", "fmt=2")).matches("<balance>\\d+\\.\\d{2,4}</balance>");
        assertThat(get("balance", "fmt=3&cur=1")).contains("\"currency\": \"RUR\"");
        assertThat(get("info", "get_operator=1&phone=79161234567&fmt=3&charset=utf-8"))
                .contains("\"country\": \"Россия\"", "\"mcc\": \"250\"");
        assertThat(get("get", "get_answers=1&fmt=3")).isEqualTo("[]");
        assertThat(get("get", "get_stat=1&fmt=3&charset=utf-8"))
                .matches(
                        "\\[\\{\n\"login\": \"[^\"]+\",\n\"sms\": \\d+,\n\"credit\": \"[\\d.]+\",\n\"debit\": \"[\\d.]+\","
                                + "\n\"currency\": \"RUR\"\n}]");
    }

    @Test
    void refusesTenMegabytesInAFieldAndGoesOn() throws Exception {
        assertThat(get("balance", "fmt=1")).matches("[\\d.]+");
        assertThat(post(
                        "/sys/send.php?fmt=3&apikey=" + key("client"),
                        "application/x-www-form-urlencoded",
                        ("mes=" + "a".repeat(7 << 20)).getBytes(StandardCharsets.UTF_8)))
                .isEqualTo("{\n\"error\": \"parameters error\",\n\"error_code\": 1\n}");
        assertThat(get("balance", "fmt=1")).matches("[\\d.]+");
    }

    @Test
    void knowsNoOtherScriptsAndNoOtherMethods() throws Exception {
        assertThat(status("GET", "/sys/soap.php")).isEqualTo(404);
        assertThat(status("DELETE", "/sys/send.php")).isEqualTo(405);
    }
}

package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.contacts.GroupId;
import io.vestnik.platform.contacts.Groups;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** Contacts, groups, templates, senders and accounts below. */
class SmscBooksTests extends AsSmscProgram {
    private static final String DONE = "{\n\"result\": \"OK\"\n}";
    private static final String NOT_FOUND = "{\n\"error\": \"record not found\",\n\"error_code\": 3\n}";

    @Test
    void keepsContactsInGroupsAndSendsToThem() throws Exception {
        String first = phone();
        String second = phone();
        String name = name("Buyers");
        String group = member(get("phones", "add_group=1&name=" + name + "&fmt=3"), "id");
        assertThat(get("phones", "get_group=1&fmt=3"))
                .contains("\"id\": " + group + ",\n\"name\": \"" + name + "\",\n\"number\": \"" + group + "\"");
        assertThat(get("phones", "add=1&phone=" + first + "&fnm=Anna&lnm=Orlova&bd=31.12.1990&grp=" + group))
                .matches("ID = \\d+");
        assertThat(get("phones", "add=1&phone=" + second + "&name=Boris&fmt=3")).matches("\\{\n\"id\": \\d+\n}");
        assertThat(get("phones", "get=1&grp=" + group + "&fmt=3"))
                .contains("\"phone\": \"" + first + "\"", "\"last_name\": \"Orlova\"", "\"birthday\": \"31.12.1990\"")
                .doesNotContain(second);
        assertThat(get("phones", "move_group=2&phone=" + second + "&grp=" + group + "&fmt=3"))
                .isEqualTo(DONE);
        assertThat(get("send", "phones=G" + group + "&mes=Hello&fmt=1")).matches("\\d+,2");
        assertThat(get("phones", "chg=1&phone=" + first + "&fnm=Maria&fmt=3")).isEqualTo(DONE);
        assertThat(get("phones", "get=1&phone=" + first + "&fmt=3"))
                .contains("\"first_name\": \"Maria\"", "\"last_name\": \"Orlova\"");
        assertThat(get("phones", "del=1&phone=" + first + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("phones", "get=1&phone=" + first + "&fmt=3")).isEqualTo(NOT_FOUND);
        assertThat(get("phones", "del_group=1&grp=" + group + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("phones", "del_group=1&grp=" + group + "&fmt=1")).isEqualTo("0,-3");
    }

    @Test
    void writesToTheGroupThatANumberWasGivenTo() throws Exception {
        String number = Long.toString(900_000_000L + System.nanoTime() % 1_000_000);
        String group =
                member(get("phones", "add_group=1&name=" + name("Numbered") + "&num=" + number + "&fmt=3"), "id");
        assertThat(get("phones", "add=1&phone=" + phone() + "&grp=" + group)).matches("ID = \\d+");
        assertThat(get("phones", "get_group=1&fmt=3")).contains("\"number\": \"" + number + "\"");
        assertThat(get("send", "phones=G" + number + "&mes=Hello&fmt=1")).matches("\\d+,1");
        assertThat(get("send", "phones=G" + group + "&mes=By+id&fmt=1")).matches("\\d+,1");
        String other = member(get("phones", "add_group=1&name=" + name("Other") + "&fmt=3"), "id");
        assertThat(get("phones", "chg_group=1&grp=" + other + "&num=" + number + "&fmt=1"))
                .as("it is another's")
                .isEqualTo("0,-5");
        String taken = name("Taken");
        assertThat(get("phones", "add_group=1&name=" + taken + "&num=" + number + "&fmt=1"))
                .isEqualTo("0,-5");
        assertThat(get("phones", "get_group=1&fmt=3")).doesNotContain(taken);
        assertThat(get("phones", "chg_group=1&grp=" + other + "&num=" + group + "&fmt=3"))
                .isEqualTo(DONE);
        assertThat(get("send", "phones=G" + group + "&mes=The+number+goes+first&fmt=1"))
                .as("the other group is empty")
                .matches("\\d+,-7");
        assertThat(get("send", "phones=G=" + group + "&mes=The+id&fmt=1")).matches("\\d+,1");
        assertThat(get("phones", "del_group=1&grp=" + group + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("phones", "chg_group=1&grp=" + other + "&num=" + number + "&fmt=3"))
                .isEqualTo(DONE);
        assertThat(get("phones", "add_group=1&name=" + name("Bad") + "&num=x&fmt=1"))
                .isEqualTo("0,-1");
    }

    @Test
    void givesANumberAgainOnceItsGroupIsNoMore() throws Exception {
        String number = Long.toString(910_000_000L + System.nanoTime() % 1_000_000);
        String gone = member(get("phones", "add_group=1&name=" + name("Gone") + "&num=" + number + "&fmt=3"), "id");
        assertThat(get("phones", "add=1&phone=" + phone() + "&grp=" + gone)).matches("ID = \\d+");
        assertThat(context.getBean(Groups.class).delete(client(), new GroupId(Long.parseLong(gone))))
                .isTrue();
        assertThat(get("send", "phones=G" + number + "&mes=Nobody&fmt=1")).matches("\\d+,-7");
        String group = member(get("phones", "add_group=1&name=" + name("New") + "&num=" + number + "&fmt=3"), "id");
        assertThat(group).matches("\\d+").isNotEqualTo(gone);
        String phone = phone();
        assertThat(get("phones", "add=1&phone=" + phone + "&grp=" + group)).matches("ID = \\d+");
        assertThat(get("send", "phones=G" + number + "&mes=New&fmt=1")).matches("\\d+,1");
        assertThat(messagesTo(phone)).hasSize(1);
    }

    @Test
    void takesAKeyWithoutALoginAndAPlusAsItIsWritten() throws Exception {
        assertThat(post(
                        "/sys/balance.php",
                        "application/x-www-form-urlencoded",
                        ("login=&psw=" + key("client") + "&fmt=1").getBytes(StandardCharsets.UTF_8)))
                .matches("\\d+\\.\\d+");
        assertThat(get("send", "phones=%2B89161234567&mes=Hello&fmt=1")).matches("\\d+,-7");
        assertThat(get("send", "phones=89161234567&mes=Hello&fmt=1")).matches("\\d+,1");
        assertThat(get("send", "phones=%2B7+(916)+123-45-68&mes=Hello&op=1&fmt=3"))
                .contains("\"status\": \"\"", "\"error\": \"\"");
    }

    @Test
    void writesToNobodyOnTheBlackList() throws Exception {
        String phone = phone();
        assertThat(get("phones", "add_black=1&phone=" + phone + "&fmt=3")).contains("\"id\"");
        assertThat(get("send", "phones=" + phone + "&mes=Hello&fmt=1")).matches("\\d+,-8");
        assertThat(get("phones", "del_black=1&phone=" + phone + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("send", "phones=" + phone + "&mes=Hello&fmt=1")).matches("\\d+,1");
    }

    @Test
    void keepsTemplates() throws Exception {
        String name = name("Code");
        String id = member(get("templates", "add=1&name=" + name + "&msg=Your+code&sender=VESTNIK&fmt=3"), "id");
        assertThat(get("templates", "chg=1&id=" + id + "&msg=The+code&fmt=3")).isEqualTo(DONE);
        assertThat(get("templates", "get=1&fmt=3"))
                .contains("\"id\": " + id + ",\n\"format\": \"sms\",\n\"message\": \"The code\",\n\"name\": \"" + name
                        + "\"," + "\n\"sender\": \"VESTNIK\",\n\"flag\": 0");
        assertThat(get("templates", "del=1&id=" + id + "&fmt=3")).isEqualTo(DONE);
        assertThat(get("templates", "del=1&id=" + id + "&fmt=3")).isEqualTo(NOT_FOUND);
    }

    @Test
    void asksForSendersAndGivesThemUp() throws Exception {
        String id = member(get("senders", "add=1&sender=NEWSHOP&fmt=3"), "id");
        assertThat(get("senders", "get=1&all=1&fmt=3")).contains("\"id\": " + id + ",\n\"sender\": \"NEWSHOP\"");
        assertThat(get("senders", "del=1&sender=NEWSHOP&fmt=3")).isEqualTo(DONE);
        assertThat(get("senders", "get=1&all=1&fmt=3&cnt=99")).doesNotContain("NEWSHOP");
        assertThat(get("senders", "add=1&sender=no&fmt=1")).isEqualTo("0,-5");
    }

    @Test
    void findsOneContactByItsPhoneAndKnowsNoOtherGroups() throws Exception {
        String phone = phone();
        String group = member(get("phones", "add_group=1&name=" + name("Paged") + "&fmt=3"), "id");
        assertThat(get("phones", "add=1&phone=" + phone + "&grp=" + group + ",999999999&fmt=1"))
                .isEqualTo("0,-1");
        String id = member(get("phones", "add=1&phone=" + phone + "&grp=" + group + "&fmt=3"), "id");
        assertThat(get("phones", "get=1&phone=" + phone + "&fmt=3"))
                .contains("\"group\": \"" + group + "\"", "\"int_id\": " + id);
        assertThat(get("phones", "get=1&phone=abc&fmt=1")).isEqualTo("0,-1");
        assertThat(get("phones", "get=1&phone=" + phone + "," + phone() + "&fmt=1"))
                .isEqualTo("0,-1");
        assertThat(get("phones", "get=1&grp=" + group + "&after_id=" + id + "&fmt=1"))
                .isEqualTo("0,-3");
        assertThat(get("phones", "chg=1&phone=" + phone + "&grp=999999999&fmt=1"))
                .isEqualTo("0,-1");
        assertThat(get("phones", "del=1&phone=" + phone + "&fmt=3")).isEqualTo(DONE);
    }

    @Test
    void paysAccountsRightBelow() throws Exception {
        String user = client().account().toString();
        assertThat(getAs("partner", "users", "pay=1&user=" + user + "&sum=1.50&fmt=3"))
                .isEqualTo(DONE);
        assertThat(getAs("partner", "users", "pay=1&user=" + user + "&sum=1.50&fmt=3"))
                .contains("\"error_code\": 9");
        assertThat(getAs("partner", "users", "pay=1&user=999999999&sum=1&fmt=1"))
                .isEqualTo("0,-6");
        assertThat(getAs("partner", "users", "pay=1&user=" + user + "&sum=-1.50&fmt=3"))
                .isEqualTo(DONE);
        assertThat(getAs("partner", "users", "pay=1&user=" + user + "&sum=-90000000&fmt=1"))
                .isEqualTo("0,-10");
        assertThat(get("users", "pay=1&user=" + user + "&sum=1&fmt=1")).startsWith("0,-");
    }
}

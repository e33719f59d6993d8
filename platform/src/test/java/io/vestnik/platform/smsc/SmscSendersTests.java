package io.vestnik.platform.smsc;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.senders.Sender;
import io.vestnik.platform.senders.SenderFixtures;
import io.vestnik.platform.senders.SenderNames;
import io.vestnik.platform.senders.SenderPapers;
import io.vestnik.platform.senders.SenderState;
import io.vestnik.platform.senders.Senders;
import io.vestnik.platform.senders.Verdict;
import io.vestnik.platform.senders.domain.AnswerDesk;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** {@code senders.php} as programs made for SMSC ask it. */
class SmscSendersTests extends AsSmscProgram {
    private static final String DONE = "{\n\"result\": \"OK\"\n}";

    @Test
    void addsANameWithItsPaperAndTellsTheVerdictOfEach() throws Exception {
        Who partner = SignIns.who("partner", context);
        String name = name("P");
        String id = SenderFixtures.answeredBy(partner, context, () -> added(name));
        assertThat(get("senders", "get=1&fmt=3&prev_id=" + after(id))).doesNotContain(name);
        long sender = Long.parseLong(id);
        long paper = context.getBean(SenderPapers.class)
                .of(client().account(), sender)
                .getFirst()
                .id();
        AnswerDesk desk = context.getBean(AnswerDesk.class);
        desk.judge(partner, sender, paper, Verdict.REFUSED, "No seal");
        assertThat(get("senders", "get=1&all=1&files=1&operators=1&fmt=3&cnt=1&prev_id=" + after(id)))
                .contains(
                        "\"id\": " + id + ",\n\"sender\": \"" + name + "\"",
                        "\"operator\": \"tele2\",\n\"status\": 0",
                        "\"file\": \"letter.pdf\",\n\"fid\": " + paper
                                + ",\n\"fstatus\": 1,\n\"fcomment\": \"No seal\"");
        assertThat(get("senders", "get=1&all=1&files=1&fmt=2&cnt=1&prev_id=" + after(id)))
                .contains("fstatus=\"1\"");
        assertThat(get("senders", "get=1&all=1&files=1&fmt=1&cnt=1&prev_id=" + after(id)))
                .isEqualTo(id + "," + name);
        desk.answer(partner, sender, SenderState.APPROVED, "");
        assertThat(get("senders", "get=1&operators=1&fmt=3&cnt=1&prev_id=" + after(id)))
                .contains("\"operator\": \"tele2\",\n\"status\": 2");
        assertThat(get("senders", "get=1&from_date=01.01.2020&fmt=3")).contains("\"sender\": \"" + name + "\"");
        assertThat(get("senders", "get=1&from_date=01.01.2199&fmt=3")).isEqualTo("[]");
        assertThat(get("senders", "get=1&from_date=32.01.2026&fmt=1")).isEqualTo("0,-1");
        assertThat(get("senders", "del=1&id=" + id + "&fmt=3")).isEqualTo(DONE);
    }

    private String added(String name) {
        try {
            return member(
                    multipart(
                            "add=1&fmt=3&tele2=1&cmt=Shops&doc_info=Letter&sender=" + name,
                            new Part("file0", "letter.pdf", SenderFixtures.pdf())),
                    "id");
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void keepsNoNewNameWhosePaperIsRefusedAndTakesOnePaperAtATime() throws Exception {
        String name = name("Q");
        Part program = new Part("x", "letter.pdf", "MZ".getBytes(StandardCharsets.US_ASCII));
        Part letter = new Part("0", "letter.pdf", SenderFixtures.pdf());
        assertThat(multipart("add=1&fmt=1&sender=" + name, program)).isEqualTo("0,-5");
        assertThat(sender(name)).isEmpty();
        assertThat(multipart("add=1&fmt=1&sender=" + name, letter, letter)).isEqualTo("0,-1");
        assertThat(sender(name)).isEmpty();
        String id = get("senders", "add=1&sender=" + name + "&fmt=1");
        assertThat(multipart("chg=1&fmt=3&cmt=Shops&doc_info=Letter&id=" + id, letter))
                .isEqualTo(DONE);
        assertThat(sender(name).orElseThrow().terms().comment()).isEqualTo("Shops");
        assertThat(context.getBean(SenderPapers.class).of(client().account(), Long.parseLong(id)))
                .singleElement()
                .satisfies(it -> assertThat(it.about()).isEqualTo("Letter"));
        assertThat(multipart("chg=1&fmt=1&id=" + id, program)).isEqualTo("0,-5");
        assertThat(get("senders", "chg=1&sender=" + name + "&mts_step=1&fmt=3")).isEqualTo(DONE);
        assertThat(sender(name).orElseThrow().terms().comment()).isEqualTo("Shops");
        assertThat(get("senders", "chg=1&id=999999999&cmt=a&fmt=1")).isEqualTo("0,-3");
        assertThat(get("senders", "add=1&mail=1&sender=a@b.ru&fmt=1")).isEqualTo("0,-5");
        assertThat(get("senders", "add=1&sender=" + name("U") + "&ua_reg=1&fmt=1"))
                .isEqualTo("0,-5");
        assertThat(get("senders", "del=1&sender=" + name + "&fmt=3")).isEqualTo(DONE);
    }

    @Test
    void confirmsANumberByItsCode() throws Exception {
        SenderFixtures.forgetCodes(client(), context);
        String number = phone();
        assertThat(get("senders", "send_code=1&sender=" + number + "&site=VESTNIK&site_name=shop.example&fmt=3"))
                .isEqualTo(DONE);
        assertThat(get("senders", "send_code=1&sender=" + number + "&fmt=1")).isEqualTo("0,-9");
        assertThat(get("senders", "check_code=1&sender=" + number + "&code=none&fmt=1"))
                .isEqualTo("0,-5");
        assertThat(context.getBean(Senders.class).allowed(client().account(), number))
                .isFalse();
        String code = SenderFixtures.codeSentTo(number, context);
        assertThat(get("senders", "check_code=1&sender=" + number + "&code=" + code + "&fmt=3"))
                .isEqualTo(DONE);
        assertThat(context.getBean(Senders.class).allowed(client().account(), number))
                .isTrue();
        assertThat(get("senders", "check_code=1&sender=" + phone() + "&code=1&fmt=1"))
                .isEqualTo("0,-3");
        assertThat(get("senders", "send_code=1&sender=SHOP&fmt=1")).isEqualTo("0,-5");
        assertThat(get("senders", "del=1&sender=" + number + "&fmt=3")).isEqualTo(DONE);
    }

    @Test
    void actsForAnAccountRightBelowWhoeverMay() throws Exception {
        String user = "&user=" + client().account();
        String name = name("B");
        String id = getAs("partner", "senders", "add=1&fmt=1&sender=" + name + user);
        assertThat(sender(name)).hasValueSatisfying(it -> assertThat(it.id()).isEqualTo(Long.parseLong(id)));
        assertThat(getAs("partner", "senders", "get=1&fmt=3" + user)).contains("\"sender\": \"" + name + "\"");
        assertThat(getAs("partner", "senders", "get=1&fmt=3")).doesNotContain(name);
        assertThat(getAs("operator", "senders", "get=1&fmt=1" + user)).isEqualTo("0,-6");
        assertThat(get("senders", "get=1&fmt=1" + user)).isEqualTo("0,-2");
        assertThat(getAs("partner", "senders", "del=1&fmt=3&id=" + id + user)).isEqualTo(DONE);
    }

    private Optional<Sender> sender(String name) {
        return context.getBean(SenderNames.class).find(client().account(), name);
    }

    private static long after(String id) {
        return Long.parseLong(id) + 1;
    }

    private record Part(String field, String file, byte[] content) {}

    /** Parameters in the address, files in the body. */
    private String multipart(String query, Part... parts) throws IOException, InterruptedException {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Part part : List.of(parts)) {
            body.writeBytes(("--walk\r\nContent-Disposition: form-data; name=\"" + part.field() + "\"; filename=\""
                            + part.file() + "\"\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            body.writeBytes(part.content());
            body.writeBytes("\r\n".getBytes(StandardCharsets.US_ASCII));
        }
        body.writeBytes("--walk--\r\n".getBytes(StandardCharsets.US_ASCII));
        return post(
                "/sys/senders.php?apikey=" + key("client") + "&" + query,
                "multipart/form-data; boundary=walk",
                body.toByteArray());
    }
}

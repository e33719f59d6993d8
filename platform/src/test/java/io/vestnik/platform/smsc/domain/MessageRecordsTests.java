package io.vestnik.platform.smsc.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.accounts.OneAccount;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.Origin;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.numbering.Numbering;
import io.vestnik.platform.pipeline.MessageMark;
import io.vestnik.platform.pipeline.MessageView;
import io.vestnik.platform.pipeline.SendingTerms;
import io.vestnik.platform.smsc.wire.Answer;
import io.vestnik.platform.smsc.wire.Form;
import io.vestnik.platform.smsc.wire.Item;
import io.vestnik.platform.smsc.wire.Params;
import io.vestnik.platform.smsc.wire.Writing;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

class MessageRecordsTests {
    private static final Instant SENT = Instant.ofEpochSecond(1_476_794_000L);
    private static final Instant ENDED = Instant.ofEpochSecond(1_476_794_052L);

    private final MessageRecords records = new MessageRecords(new OneAccount(), new OneNetwork());

    /** Every number is of one network of Moscow. */
    private static final class OneNetwork implements Numbering {
        @Override
        public Origin of(String digits) {
            return new Origin("RU", "25001", "МТС", "Москва", ZoneId.of("Europe/Moscow"));
        }

        @Override
        public String operatorName(String mccMnc) {
            return "МТС";
        }

        @Override
        public boolean knows(long version) {
            return true;
        }
    }

    private static MessageView message(MessageState state, @Nullable String error, @Nullable Instant end) {
        return new MessageView(
                new MessageId(4_194_305),
                new AccountId(7),
                null,
                Way.API,
                "SHOP",
                "79161234567",
                "Да, готово",
                8,
                1,
                "25001",
                Money.of("1.40"),
                state,
                error,
                "33",
                SENT,
                end == null ? null : SENT,
                end);
    }

    private static String written(Item item, Form form) {
        return new String(
                Writing.bytes(new Answer.One(item), new Params(Map.of(), StandardCharsets.UTF_8, form)),
                StandardCharsets.UTF_8);
    }

    @Test
    void saysThatAMessageWasDeliveredAsTheServiceDid() {
        Item item = records.brief(message(MessageState.DELIVERED, null, ENDED), Set.of());
        assertThat(written(item, Form.JSON))
                .isEqualTo(
                        "{\n\"status\": 1,\n\"last_date\": \"18.10.2016 15:34:12\",\n\"last_timestamp\": 1476794052\n}");
        assertThat(written(item, Form.VALUES)).isEqualTo("1,1476794052,0");
        assertThat(written(item, Form.TEXT)).isEqualTo("Status = 1, check_time = 18.10.2016 15:34:12");
    }

    @Test
    void tellsOfWhatDidNotArriveWithTheNumberOfTheFailure() {
        Item item = records.brief(message(MessageState.UNDELIVERED, SendingTerms.VIRTUAL, ENDED), Set.of());
        assertThat(written(item, Form.VALUES)).isEqualTo("20,1476794052,200");
        assertThat(written(item, Form.TEXT)).endsWith(", err = 200");
        assertThat(written(item, Form.JSON)).endsWith("\"err\": 200\n}");
    }

    @Test
    void tellsThatALinkWasFollowed() {
        Item item = records.brief(message(MessageState.DELIVERED, null, ENDED), Set.of(MessageMark.CLICKED));
        assertThat(written(item, Form.VALUES)).isEqualTo("4,1476794052,0");
    }

    @Test
    void tellsEverythingInTheOrderThatProgramsSplitItBy() {
        MessageView delivered = message(MessageState.DELIVERED, null, ENDED);
        assertThat(written(records.full(delivered, Set.of(), null, false), Form.VALUES))
                .isEqualTo("1,1476794052,0,1476794000,79161234567,1.40,SHOP,Доставлено,Да, готово");
        assertThat(written(records.full(delivered, Set.of(), null, true), Form.VALUES))
                .isEqualTo("1,1476794052,0,1476794000,79161234567,Россия,МТС,Москва,1.40,SHOP,Доставлено,Да, готово");
        assertThat(records.full(delivered, Set.of(), "заметка", true).members().keySet())
                .containsExactly(
                        "status",
                        "last_date",
                        "last_timestamp",
                        "flag",
                        "send_date",
                        "send_timestamp",
                        "phone",
                        "country",
                        "operator",
                        "operator_orig",
                        "region",
                        "cost",
                        "sender_id",
                        "status_name",
                        "message",
                        "comment",
                        "mccmnc",
                        "type",
                        "sms_cnt");
    }
}

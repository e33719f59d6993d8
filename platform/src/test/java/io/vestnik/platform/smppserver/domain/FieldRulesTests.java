package io.vestnik.platform.smppserver.domain;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.smpp.Address;
import io.vestnik.smpp.CommandStatus;
import io.vestnik.smpp.MessageBuilder;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;

/** Each field that is wrong has the status of its name. */
class FieldRulesTests {
    private static final Address NAME = Address.alphanumeric("VESTNIK");
    private static final Address PHONE = Address.international("79161236201");

    private static int fault(UnaryOperator<MessageBuilder> change) {
        return FieldRules.fault(
                change.apply(MessageBuilder.message(NAME, PHONE)).submitSm());
    }

    private static int between(Address source, Address destination) {
        return FieldRules.fault(MessageBuilder.message(source, destination).submitSm());
    }

    @Test
    void findsNothingWrongWithWhatProgramsSend() {
        assertThat(fault(it -> it)).isZero();
        assertThat(fault(it -> it.priority(3)
                        .registeredDelivery(0x1D)
                        .replaceIfPresent(1)
                        .esmClass(0xC3)))
                .isZero();
        assertThat(fault(it -> it.serviceType("CMT").protocolId(0x7F))).isZero();
        assertThat(between(Address.NONE, new Address(0, 0, "89161236201"))).isZero();
    }

    @Test
    void namesTheFieldThatIsWrong() {
        assertThat(between(new Address(7, 0, "VESTNIK"), PHONE)).isEqualTo(CommandStatus.ESME_RINVSRCTON);
        assertThat(between(new Address(5, 2, "VESTNIK"), PHONE)).isEqualTo(CommandStatus.ESME_RINVSRCNPI);
        assertThat(between(NAME, new Address(9, 1, "79161236201"))).isEqualTo(CommandStatus.ESME_RINVDSTTON);
        assertThat(between(NAME, Address.alphanumeric("FRIEND"))).isEqualTo(CommandStatus.ESME_RINVDSTTON);
        assertThat(between(NAME, new Address(1, 77, "79161236201"))).isEqualTo(CommandStatus.ESME_RINVDSTNPI);
        assertThat(fault(it -> it.serviceType("USSD"))).isEqualTo(CommandStatus.ESME_RINVSERTYP);
        assertThat(fault(it -> it.esmClass(0x04))).isEqualTo(CommandStatus.ESME_RINVESMCLASS);
        assertThat(fault(it -> it.priority(4))).isEqualTo(CommandStatus.ESME_RINVPRTFLG);
        assertThat(fault(it -> it.replaceIfPresent(2))).isEqualTo(CommandStatus.ESME_RINVREPFLAG);
        assertThat(fault(it -> it.registeredDelivery(3))).isEqualTo(CommandStatus.ESME_RINVREGDLVFLG);
        assertThat(fault(it -> it.registeredDelivery(0x20))).isEqualTo(CommandStatus.ESME_RINVREGDLVFLG);
        assertThat(fault(it -> it.defaultMessageId(1))).isEqualTo(CommandStatus.ESME_RINVDFTMSGID);
    }
}

package io.vestnik.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** A field that cannot be read has the status of its own name (SMPP 3.4 §5.1.3), in every request that has it. */
class FieldStatusTests {
    private static final String LONG = "7".repeat(80);
    private static final Object[] SUBMIT = {
        "", 5, 0, "VESTNIK", 1, 1, "79161234567", 0, 0, 0, "", "", 0, 0, 0, 0, 1, new byte[] {'x'}
    };
    private static final Object[] MULTI = {
        "", 5, 0, "VESTNIK", 1, 1, 1, 1, "79161234567", 0, 0, 0, "", "", 0, 0, 0, 0, 1, new byte[] {'x'}
    };
    private static final Object[] DATA = {"", 5, 0, "VESTNIK", 1, 1, "79161234567", 0, 0, 0};
    private static final Object[] QUERY = {"17", 5, 0, "VESTNIK"};
    private static final Object[] CANCEL = {"", "17", 5, 0, "VESTNIK", 1, 1, "79161234567"};
    private static final Object[] REPLACE = {"17", 5, 0, "VESTNIK", "", "", 0, 0, 1, new byte[] {'x'}};
    private static final Object[] BIND = {"shop", "secret", "", 0x34, 0, 0, ""};

    static Stream<Arguments> broken() {
        return Stream.of(
                of(CommandId.SUBMIT_SM, SUBMIT, 0, LONG, CommandStatus.ESME_RINVSERTYP),
                of(CommandId.SUBMIT_SM, SUBMIT, 3, LONG, CommandStatus.ESME_RINVSRCADR),
                of(CommandId.SUBMIT_SM, SUBMIT, 6, LONG, CommandStatus.ESME_RINVDSTADR),
                of(CommandId.SUBMIT_SM, SUBMIT, 10, LONG, CommandStatus.ESME_RINVSCHED),
                of(CommandId.SUBMIT_SM, SUBMIT, 11, LONG, CommandStatus.ESME_RINVEXPIRY),
                of(CommandId.SUBMIT_SM, SUBMIT, 16, 0, CommandStatus.ESME_RINVMSGLEN),
                of(CommandId.SUBMIT_SM, SUBMIT, 16, 255, CommandStatus.ESME_RINVMSGLEN),
                of(CommandId.SUBMIT_MULTI, MULTI, 0, LONG, CommandStatus.ESME_RINVSERTYP),
                of(CommandId.SUBMIT_MULTI, MULTI, 3, LONG, CommandStatus.ESME_RINVSRCADR),
                of(CommandId.SUBMIT_MULTI, MULTI, 4, 0, CommandStatus.ESME_RINVNUMDESTS),
                of(CommandId.SUBMIT_MULTI, MULTI, 5, 3, CommandStatus.ESME_RINVDESTFLAG),
                of(CommandId.SUBMIT_MULTI, MULTI, 8, LONG, CommandStatus.ESME_RINVDSTADR),
                of(CommandId.SUBMIT_MULTI, MULTI, 12, LONG, CommandStatus.ESME_RINVSCHED),
                of(CommandId.SUBMIT_MULTI, MULTI, 13, LONG, CommandStatus.ESME_RINVEXPIRY),
                of(CommandId.SUBMIT_MULTI, MULTI, 18, 77, CommandStatus.ESME_RINVMSGLEN),
                of(CommandId.DATA_SM, DATA, 0, LONG, CommandStatus.ESME_RINVSERTYP),
                of(CommandId.DATA_SM, DATA, 3, LONG, CommandStatus.ESME_RINVSRCADR),
                of(CommandId.DATA_SM, DATA, 6, LONG, CommandStatus.ESME_RINVDSTADR),
                of(CommandId.DATA_SM, DATA, 9, new byte[] {0, 4, 0x24, 9}, CommandStatus.ESME_RINVOPTPARSTREAM),
                of(CommandId.QUERY_SM, QUERY, 0, LONG, CommandStatus.ESME_RINVMSGID),
                of(CommandId.QUERY_SM, QUERY, 3, LONG, CommandStatus.ESME_RINVSRCADR),
                of(CommandId.CANCEL_SM, CANCEL, 0, LONG, CommandStatus.ESME_RINVSERTYP),
                of(CommandId.CANCEL_SM, CANCEL, 1, LONG, CommandStatus.ESME_RINVMSGID),
                of(CommandId.CANCEL_SM, CANCEL, 4, LONG, CommandStatus.ESME_RINVSRCADR),
                of(CommandId.CANCEL_SM, CANCEL, 7, LONG, CommandStatus.ESME_RINVDSTADR),
                of(CommandId.REPLACE_SM, REPLACE, 0, LONG, CommandStatus.ESME_RINVMSGID),
                of(CommandId.REPLACE_SM, REPLACE, 3, LONG, CommandStatus.ESME_RINVSRCADR),
                of(CommandId.REPLACE_SM, REPLACE, 4, LONG, CommandStatus.ESME_RINVSCHED),
                of(CommandId.REPLACE_SM, REPLACE, 5, LONG, CommandStatus.ESME_RINVEXPIRY),
                of(CommandId.REPLACE_SM, REPLACE, 8, 200, CommandStatus.ESME_RINVMSGLEN),
                of(CommandId.BIND_TRANSCEIVER, BIND, 0, LONG, CommandStatus.ESME_RINVSYSID),
                of(CommandId.BIND_TRANSCEIVER, BIND, 1, LONG, CommandStatus.ESME_RINVPASWD),
                of(CommandId.BIND_TRANSCEIVER, BIND, 2, LONG, CommandStatus.ESME_RINVSYSTYP),
                of(CommandId.BIND_TRANSCEIVER, BIND, 6, LONG, CommandStatus.ESME_RINVPARLEN));
    }

    /** The request with another value in one place. */
    private static Arguments of(int command, Object[] fields, int place, Object value, int status) {
        Object[] changed = fields.clone();
        changed[place] = value;
        return Arguments.of(CommandId.name(command), command, place, changed, CommandStatus.name(status));
    }

    @ParameterizedTest(name = "{0}, field {2}: {4}")
    @MethodSource("broken")
    void namesTheFieldThatCannotBeRead(String name, int command, int place, Object[] fields, String status) {
        byte[] frame = RawPeer.frame(command, 77, body(fields));
        assertThat(SmppCodec.decode(frame, 0, frame.length))
                .isInstanceOfSatisfying(
                        Malformed.class,
                        malformed -> assertThat(CommandStatus.name(malformed.status()))
                                .isEqualTo(status));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("sound")
    void readsWhatIsSound(String name, int command, Object[] fields) {
        byte[] frame = RawPeer.frame(command, 77, body(fields));
        assertThat(SmppCodec.decode(frame, 0, frame.length)).isInstanceOf(Pdu.Request.class);
    }

    static Stream<Arguments> sound() {
        return Stream.of(
                Arguments.of("submit_sm", CommandId.SUBMIT_SM, SUBMIT),
                Arguments.of("submit_multi", CommandId.SUBMIT_MULTI, MULTI),
                Arguments.of("data_sm", CommandId.DATA_SM, DATA),
                Arguments.of("query_sm", CommandId.QUERY_SM, QUERY),
                Arguments.of("cancel_sm", CommandId.CANCEL_SM, CANCEL),
                Arguments.of("replace_sm", CommandId.REPLACE_SM, REPLACE),
                Arguments.of("bind_transceiver", CommandId.BIND_TRANSCEIVER, BIND));
    }

    /** Strings end with a NUL, numbers are octets. */
    private static byte[] body(Object[] fields) {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        for (Object field : fields) {
            switch (field) {
                case String text -> {
                    body.writeBytes(text.getBytes(StandardCharsets.US_ASCII));
                    body.write(0);
                }
                case byte[] octets -> body.writeBytes(octets);
                case Integer octet -> body.write(octet);
                default -> throw new IllegalArgumentException(field.toString());
            }
        }
        return body.toByteArray();
    }
}

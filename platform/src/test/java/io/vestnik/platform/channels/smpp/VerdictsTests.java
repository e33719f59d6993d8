package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.channels.smpp.Verdicts.Verdict;
import io.vestnik.smpp.CommandStatus;
import java.lang.reflect.Field;
import java.lang.reflect.Modifier;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class VerdictsTests {

    /** Every command_status of SMPP 3.4 §5.1.3 but ESME_ROK. */
    private static final Map<Verdict, List<String>> TABLE = Map.of(
            Verdict.THROTTLE, List.of("RTHROTTLED", "RMSGQFUL"),
            Verdict.TEMPORARY, List.of("RSYSERR", "RX_T_APPN", "RUNKNOWNERR"),
            Verdict.LINK, List.of("RINVBNDSTS", "RALYBND", "RBINDFAIL", "RINVPASWD", "RINVSYSID", "RINVSYSTYP"),
            Verdict.PERMANENT,
                    Arrays.asList(
                            ("RINVMSGLEN RINVCMDLEN RINVCMDID RINVPRTFLG RINVREGDLVFLG RINVSRCADR RINVDSTADR RINVMSGID "
                                            + "RCANCELFAIL RREPLACEFAIL RINVSERTYP RINVNUMDESTS RINVDLNAME RINVDESTFLAG "
                                            + "RINVSUBREP RINVESMCLASS RCNTSUBDL RSUBMITFAIL RINVSRCTON RINVSRCNPI "
                                            + "RINVDSTTON RINVDSTNPI RINVREPFLAG RINVNUMMSGS RINVSCHED RINVEXPIRY "
                                            + "RINVDFTMSGID RX_P_APPN RX_R_APPN RQUERYFAIL RINVOPTPARSTREAM "
                                            + "ROPTPARNOTALLWD RINVPARLEN RMISSINGOPTPARAM RINVOPTPARAMVAL "
                                            + "RDELIVERYFAILURE")
                                    .split(" ")));

    @Test
    void judgesEveryStatusOfTheStandard() {
        Map<String, Verdict> judged = new TreeMap<>();
        standard().forEach((name, status) -> judged.put(name, Verdicts.COMMON.of(status)));

        Map<String, Verdict> expected = new TreeMap<>();
        TABLE.forEach((verdict, names) -> names.forEach(name -> expected.put("ESME_" + name, verdict)));
        assertThat(judged).isEqualTo(expected);
    }

    @Test
    void lacksNoStatusOfTheStandard() {
        Set<Integer> known = new TreeSet<>(standard().values());
        List<Integer> all = List.of(
                0x01, 0x02, 0x03, 0x04, 0x05, 0x06, 0x07, 0x08, 0x0A, 0x0B, 0x0C, 0x0D, 0x0E, 0x0F, 0x11, 0x13, 0x14,
                0x15, 0x33, 0x34, 0x40, 0x42, 0x43, 0x44, 0x45, 0x48, 0x49, 0x50, 0x51, 0x53, 0x54, 0x55, 0x58, 0x61,
                0x62, 0x63, 0x64, 0x65, 0x66, 0x67, 0xC0, 0xC1, 0xC2, 0xC3, 0xC4, 0xFE, 0xFF);

        assertThat(known).containsExactlyElementsOf(all);
    }

    @Test
    void triesAgainWhatOnlyTheNetworkUnderstands() {
        assertThat(Verdicts.COMMON.of(0x401)).isEqualTo(Verdict.TEMPORARY);
        assertThat(Verdicts.COMMON.of(0x09)).isEqualTo(Verdict.TEMPORARY);
        assertThat(Verdicts.COMMON.of(-1)).isEqualTo(Verdict.TEMPORARY);
    }

    @Test
    void believesTheRouteBeforeTheStandard() {
        Verdicts verdicts = new Verdicts(Map.of(0x401, Verdict.PERMANENT, 0x08, Verdict.THROTTLE));

        assertThat(verdicts.of(0x401)).isEqualTo(Verdict.PERMANENT);
        assertThat(verdicts.of(CommandStatus.ESME_RSYSERR)).isEqualTo(Verdict.THROTTLE);
        assertThat(verdicts.of(CommandStatus.ESME_RINVDSTADR)).isEqualTo(Verdict.PERMANENT);
    }

    private static Map<String, Integer> standard() {
        Map<String, Integer> found = new TreeMap<>();
        for (Field field : CommandStatus.class.getFields()) {
            if (Modifier.isStatic(field.getModifiers()) && field.getName().startsWith("ESME_")) {
                found.put(field.getName(), value(field));
            }
        }
        found.remove("ESME_ROK");
        return found;
    }

    private static int value(Field field) {
        try {
            return field.getInt(null);
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }
}

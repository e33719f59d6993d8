package io.vestnik.platform.channels.smpp;

import static org.assertj.core.api.Assertions.assertThat;

import io.vestnik.platform.Certificates;
import io.vestnik.platform.channels.smpp.SmppSettings.Joining;
import io.vestnik.platform.channels.smpp.SmppSettings.Layout;
import io.vestnik.platform.channels.smpp.SmppSettings.Links;
import io.vestnik.platform.channels.smpp.SmppSettings.Login;
import io.vestnik.platform.channels.smpp.SmppSettings.Plan;
import io.vestnik.platform.channels.smpp.SmppSettings.Validity;
import io.vestnik.platform.channels.smpp.SmppSettings.Writing;
import io.vestnik.platform.channels.smpp.Verdicts.Verdict;
import io.vestnik.smpp.BindMode;
import io.vestnik.sms.RouteAlphabet;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SmppAddressTests {

    private static SmppSettings understood(String address) {
        return switch (SmppAddress.read(URI.create(address))) {
            case SmppAddress.Understood(SmppSettings settings) -> settings;
            case SmppAddress.Refused(String reason) -> throw new AssertionError(reason);
        };
    }

    private static String refused(String address) {
        return switch (SmppAddress.read(URI.create(address))) {
            case SmppAddress.Understood(SmppSettings settings) -> throw new AssertionError(settings.toString());
            case SmppAddress.Refused(String reason) -> reason;
        };
    }

    @Test
    void needsNoMoreThanAHostAndWhoSignsIn() {
        SmppSettings settings = understood("smpp://user@smsc.example");

        assertThat(settings.login()).isEqualTo(new Login("smsc.example", 2775, "user", "", ""));
        assertThat(settings.links())
                .isEqualTo(new Links(Layout.TRANSCEIVERS, 1, 10, Duration.ofSeconds(30), Duration.ofSeconds(30)));
        assertThat(settings.tps()).isZero();
        assertThat(settings.receiptIds()).isNull();
        assertThat(settings.writing())
                .isEqualTo(new Writing(
                        RouteAlphabet.GSM, null, new Plan(1, 1), Validity.RELATIVE, 1, true, Joining.HEADER));
        assertThat(settings.verdicts()).isEqualTo(Verdicts.COMMON);
    }

    @Test
    void goesUnderTlsWhereTheSchemeSaysSo(@TempDir Path folder) {
        Path authority = Certificates.in(folder).authority();

        SmppSettings settings =
                understood("smpps://user@smsc.example?trust=" + authority + "&certificateName=gate.smsc.example");

        assertThat(settings.login().port()).isEqualTo(3550);
        assertThat(Objects.requireNonNull(settings.tls()).name()).isEqualTo("gate.smsc.example");
        assertThat(settings.client(BindMode.TRANSCEIVER).tls()).isNotNull();
        assertThat(understood("smpps://user@smsc.example").tls()).isNotNull();
        assertThat(understood("smpp://user@smsc.example").tls()).isNull();
    }

    @Test
    void refusesAuthoritiesThatAreNoneOrBelongToNoTls(@TempDir Path folder) throws IOException {
        Path empty = Files.createFile(folder.resolve("empty.pem"));

        assertThat(refused("smpps://user@smsc.example?trust=" + empty)).contains("there is no certificate in");
        assertThat(refused("smpps://user@smsc.example?trust=" + folder.resolve("none.pem")))
                .contains("none.pem");
        assertThat(refused("smpp://user@smsc.example?trust=" + empty)).contains("smpps://");
        assertThat(refused("smpp://user@smsc.example?certificateName=a")).contains("smpps://");
    }

    @Test
    void takesEveryParameter() {
        SmppSettings settings = understood(
                "smpp://u%40corp:p%3Aa%2Fs+s%25@[::1]:12775?window=500&tps=70&binds=4&mode=tx+rx"
                        + "&alphabet=latin1&sourceTon=5&sourceNpi=0&destTon=2&destNpi=8&systemType=VMA&enquire=15&response=60"
                        + "&validity=absolute&registered=17&reference=off&payload=on&permanent=0x401,1026&temporary=69&doubt=resend&doubtWait=60&ids=HEX8");

        assertThat(settings.login()).isEqualTo(new Login("::1", 12775, "u@corp", "p:a/s+s%", "VMA"));
        assertThat(settings.links())
                .isEqualTo(new Links(Layout.PAIRS, 4, 500, Duration.ofSeconds(15), Duration.ofSeconds(60)));
        assertThat(settings.tps()).isEqualTo(70);
        assertThat(settings.receiptIds()).isEqualTo(new IdForm(IdForm.Base.HEX, IdForm.Letters.UPPER, 8));
        assertThat(settings.writing())
                .isEqualTo(new Writing(
                        RouteAlphabet.LATIN1,
                        new Plan(5, 0),
                        new Plan(2, 8),
                        Validity.ABSOLUTE,
                        17,
                        false,
                        Joining.PAYLOAD));
        assertThat(settings.verdicts().own())
                .isEqualTo(Map.of(0x401, Verdict.PERMANENT, 0x402, Verdict.PERMANENT, 69, Verdict.TEMPORARY));
    }

    @Test
    void takesAHostThatOnlyAPrivateNetworkKnows() {
        assertThat(understood("smpp://u:p@smsc_1.local:5000").login().host()).isEqualTo("smsc_1.local");
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        smpp://smsc.example:2775                | it must name who signs in: smpp://user:password@host:port
        smpp://:p@smsc.example                  | it must name who signs in: smpp://user:password@host:port
        smpp:user@host                          | it must name who signs in: smpp://user:password@host:port
        smpp://u:p@:2775                        | the host is missing: smpp://user:password@host:port
        smpp://u:p@h:0                          | the port must be a whole number from 1 to 65535, not 0
        smpp://u:p@h:abc                        | the port must be a whole number from 1 to 65535, not abc
        smpp://u:p@h/there                      | nothing may stand between the port and the question mark
        smpp://u:p@h?window=0                   | window must be a whole number from 1 to 65536, not 0
        smpp://u:p@h?window=0x10                | window must be a whole number from 1 to 65536, not 0x10
        smpp://u:p@h?binds=65                   | binds must be a whole number from 1 to 64, not 65
        smpp://u:p@h?tps=-1                     | tps must be a whole number from 0 to 1000000, not -1
        smpp://u:p@h?mode=both                  | mode must be one of trx, tx+rx, not both
        smpp://u:p@h?alphabet=utf8              | alphabet must be one of ascii, gsm, latin1, not utf8
        smpp://u:p@h?sourceTon=256              | sourceTon must be a whole number from 0 to 255, not 256
        smpp://u:p@h?destNpi=x                  | destNpi must be a whole number from 0 to 255, not x
        smpp://u:p@h?enquire=3601               | enquire must be a whole number from 0 to 3600, not 3601
        smpp://u:p@h?response=0                 | response must be a whole number from 1 to 3600, not 0
        smpp://u:p@h?validity=2                 | validity must be one of 0, 1, absolute, none, relative, not 2
        smpp://u:p@h?registered=yes             | registered must be a whole number from 0 to 255, not yes
        smpp://u:p@h?systemType=ABCDEFGHIJKLM   | systemType is longer than 12 characters
        smpp://u:p@h?permanent=x                | permanent lists command_status values such as 1025 or 0x401, not x
        smpp://u:p@h?permanent=8&temporary=0x8  | command_status 8 is named twice
        smpp://u:p@h?payload=yes                | payload must be one of off, on, not yes
        smpp://u:p@h?payload=on&sar=on          | long texts go either by sar or by payload, not by both
        smpp://u:p@h?ids=octal                  | ids must be one of learn, same, hex, HEX, decimal, lower, upper, zeros, perhaps with a width, not octal
        smpp://u:p@h?windows=5                  | there is no parameter called windows
        smpp://u:p@h?window=5&window=6          | window is given twice
        smpp://u:%D0%BF@h                       | the password has a character that SMPP cannot carry: it may have English letters, digits and signs
        """)
    void saysWhatIsWrong(String address, String reason) {
        assertThat(refused(address)).isEqualTo(reason);
    }

    @Test
    void saysThatAPasswordIsTooLongWithoutTellingIt() {
        String password = "p".repeat(65);

        assertThat(refused("smpp://u:" + password + "@h"))
                .isEqualTo("the password is longer than 64 characters")
                .doesNotContain(password);
    }

    @Test
    void showsNoPassword() {
        assertThat(understood("smpp://user:secret@h").toString()).doesNotContain("secret");
    }
}

package io.vestnik.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.vestnik.simulator.Behaviour.Delays;
import io.vestnik.simulator.Behaviour.Ends;
import io.vestnik.simulator.Behaviour.Ids;
import io.vestnik.simulator.Behaviour.Range;
import io.vestnik.simulator.Behaviour.Refusals;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OptionsTests {

    @Test
    void startsWithoutAnyOption() {
        SimulatorSettings settings = SimulatorSettings.of();

        assertThat(settings.port()).isEqualTo(2776);
        assertThat(settings.journal()).isNull();
        assertThat(settings.behaviour().ends()).isEqualTo(new Ends(100, 0, 0, 0, 0));
        assertThat(settings.behaviour().delays().receipt()).isEqualTo(new Range(50, 500));
    }

    @Test
    void takesEveryOption() {
        SimulatorSettings settings = Options.of(List.of(
                        ("--port 1 --http-port none --seed=-5 --data d --journal=j --user a:b --user=c:d:e --window 7 "
                                        + "--most-pending 9 --durable yes --delivered 50 --undelivered 1.5 --expired 2 --rejected 3 "
                                        + "--unknown 4 --receipt-delay 1..2 --answer-delay 3-4 --error 0x58=1 --error 8=2,9=3 "
                                        + "--throttle 5 --silent 6 --reorder 7 --overtake 8 --ids hex --inbound 0.5")
                                .split(" ")))
                .settings();

        TreeMap<Integer, Double> errors = new TreeMap<>(Map.of(88, 1.0, 8, 2.0, 9, 3.0));
        assertThat(settings)
                .isEqualTo(new SimulatorSettings(
                        1,
                        SimulatorSettings.NO_PAGE,
                        -5,
                        Path.of("d"),
                        Path.of("j"),
                        Map.of("a", "b", "c", "d:e"),
                        7,
                        9,
                        true,
                        new Behaviour(
                                new Ends(50, 1.5, 2, 3, 4),
                                new Refusals(5, errors, 6),
                                new Delays(new Range(3, 4), new Range(1, 2), 7, 8),
                                0.5,
                                Ids.HEX)));
        assertThat(settings.toString()).doesNotContain("d:e");
    }

    @Test
    void deliversWhatTheOthersLeave() {
        Behaviour behaviour =
                SimulatorSettings.of("--undelivered=5", "--expired=3").behaviour();

        assertThat(behaviour.ends()).isEqualTo(new Ends(92, 5, 3, 0, 0));
    }

    @Test
    void readsBackWhatItShows() {
        Behaviour behaviour = SimulatorSettings.of("--undelivered=5.5", "--error=8=1,88=2", "--ids=mixed")
                .behaviour();

        assertThat(Options.of(behaviour.options()).behaviour()).isEqualTo(behaviour);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        port=1                        | an option begins with two dashes, not port=1
        --port                        | --port needs a value
        --port=x                      | --port wants a whole number, not x
        --port=65536                  | port must be from 0 to 65535, not 65536
        --port=1 --port=2             | --port is given twice
        --speed=1                     | there is no option --speed
        --delivered=101               | delivered must be from 0 to 100, not 101
        --delivered=NaN               | delivered must be from 0 to 100, not NaN
        --delivered=60 --expired=50   | delivered, undelivered, expired, rejected and unknown together must be from 0 to 100, not 110
        --error=8                     | --error wants STATUS=PERCENT, such as 0x58=1.5, not 8
        --error=0=5                   | the status of error must be from 1 to 2147483647, not 0
        --error=8=60,88=60            | all errors together must be from 0 to 100, not 120
        --receipt-delay=5-1           | a delay must be from 0 to a day, not 5-1
        --receipt-delay=1-2-3         | --receipt-delay wants milliseconds, such as 50-500, not 1-2-3
        --ids=octal                   | --ids is decimal, hex or mixed, not octal
        --user=anna                   | --user wants NAME:PASSWORD
        --inbound=-1                  | inbound must be from 0 to 10000, not -1
        """)
    void saysWhatIsWrong(String line, String reason) {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> Options.of(Arrays.asList(line.split(" "))).settings())
                .withMessage(reason);
    }
}

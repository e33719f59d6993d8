package io.vestnik.platform.numbering;

import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.JobEnds;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.platform.numbering.domain.LoadResult;
import io.vestnik.platform.numbering.domain.PlanDesk;
import io.vestnik.platform.numbering.domain.PlanLoad;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Registers of invented operators, loaded by the operator; their codes are nobody's elsewhere in the tests. */
@Component
public class NumberingFixtures {
    /** The register's header of today but one. */
    public static final String HEADER = "АВС/ DEF;От;До;Емкость;Оператор;Регион;ИНН";

    private final PlanDesk desk;
    private final JobEnds ends;
    private final People people;
    private final JsonMapper json;

    NumberingFixtures(PlanDesk desk, JobEnds ends, People people, JsonMapper json) {
        this.desk = desk;
        this.ends = ends;
        this.people = people;
        this.json = json;
    }

    public AccountId operator() {
        return people.byLogin("operator").orElseThrow().person().account();
    }

    /** A register as the ministry publishes it: a byte order mark, and line ends of Windows. */
    public static byte[] register(String... rows) {
        return ("\uFEFF" + HEADER + "\r\n" + String.join("\r\n", rows) + "\r\n").getBytes(StandardCharsets.UTF_8);
    }

    public static byte[] table(Charset charset, String... rows) {
        return String.join("\n", rows).getBytes(charset);
    }

    /** Loads a register to its end. */
    public PlanLoad load(byte[] table) {
        return load(table, false);
    }

    /** Loads ported numbers to their end. */
    public PlanLoad loadPorted(byte[] table) {
        return load(table, true);
    }

    private PlanLoad load(byte[] table, boolean ported) {
        return end(start(table, ported));
    }

    public long start(byte[] table, boolean ported) {
        try {
            FileId file = desk.keep(operator(), "ABC.csv", new ByteArrayInputStream(table));
            return desk.start(operator(), new PlanLoad.Wish(ported, "ABC.csv", null, file, false, "test"));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (Files.TooLarge e) {
            throw new IllegalStateException(e);
        }
    }

    /** The load when its job is over. */
    public PlanLoad end(long load) {
        JobId job = Objects.requireNonNull(desk.load(load).orElseThrow().job());
        ends.end(operator(), job);
        return desk.load(load).orElseThrow();
    }

    public LoadResult result(PlanLoad load) {
        return json.readValue(Objects.requireNonNull(load.result(), load::toString), LoadResult.class);
    }
}

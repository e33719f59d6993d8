package io.vestnik.platform.contacts;

import io.vestnik.platform.accounts.AccountKind;
import io.vestnik.platform.accounts.domain.AccountBook;
import io.vestnik.platform.accounts.domain.People;
import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobEnds;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import io.vestnik.tabular.Cell;
import io.vestnik.tabular.OpenResult;
import io.vestnik.tabular.ReadLimits;
import io.vestnik.tabular.Rows;
import io.vestnik.tabular.TableWriter;
import io.vestnik.tabular.TabularFile;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Accounts that no other test has, and tables loaded into them. */
@Component
public class ContactFixtures {
    private final Contacts contacts;
    private final Files files;
    private final JobEnds ends;
    private final JsonMapper json;
    private final AccountBook book;
    private final People people;

    ContactFixtures(Contacts contacts, Files files, JobEnds ends, JsonMapper json, AccountBook book, People people) {
        this.contacts = contacts;
        this.files = files;
        this.ends = ends;
        this.json = json;
        this.book = book;
        this.people = people;
    }

    public AccountId account() {
        AccountId operator = people.byLogin("operator").orElseThrow().person().account();
        AccountId account = book.open(
                new AccountBook.NewAccount(
                        AccountKind.CLIENT, operator, "Shop", "RUB", ZoneId.of("Europe/Moscow"), "RU"),
                Instant.EPOCH);
        book.refresh();
        return account;
    }

    public FileId file(AccountId account, String name, byte[] content) {
        try {
            return files.save(
                            account,
                            new Files.Upload(name, "text/csv", Duration.ofDays(1), "contacts:load"),
                            out -> out.write(content))
                    .id();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** A csv with a header whose columns are phone, name, surname… as many as there are. */
    public FileId table(AccountId account, String... rows) {
        return table(account, StandardCharsets.UTF_8, rows);
    }

    public FileId table(AccountId account, Charset charset, String... rows) {
        return file(account, "клиенты.csv", String.join("\n", rows).getBytes(charset));
    }

    /** Loads phone and name from the first two columns of a csv with a header. */
    public LoadResult load(AccountId account, String group, String... rows) {
        return result(end(account, start(account, group, table(account, rows))));
    }

    public JobId start(AccountId account, String group, FileId file) {
        return contacts.load(
                account,
                new Load(
                        file,
                        0,
                        1,
                        Map.of(0, "phone", 1, "name"),
                        contacts.groupNamed(account, group).id()));
    }

    public Job end(AccountId account, JobId job) {
        return ends.end(account, job);
    }

    public LoadResult result(Job job) {
        return json.readValue(Objects.requireNonNull(job.result(), () -> "No result: " + job), LoadResult.class);
    }

    /** Everybody of a group, phone and name. */
    public List<String> people(AccountId account, String group) {
        return contacts
                .members(account, List.of(contacts.groupNamed(account, group).id()), Set.of("name"), null, 10_000)
                .items()
                .stream()
                .map(person -> person.phone() + " " + person.fields().getOrDefault("name", "-"))
                .toList();
    }

    /** Cells of all rows of the first sheet of a table. */
    public List<List<String>> cells(Path table) throws IOException {
        OpenResult result = TabularFile.open(table, ReadLimits.standard());
        try (TabularFile file = ((OpenResult.Opened) result).file();
                Rows rows = file.rows(file.sheets().getFirst())) {
            List<List<String>> cells = new ArrayList<>();
            rows.forEachRemaining(row -> cells.add(row.cells()));
            return cells;
        }
    }

    /** A workbook of one sheet. */
    public static byte[] workbook(List<String> header, List<List<String>> rows) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        try (TableWriter writer = TableWriter.xlsx(out)) {
            writer.sheet("Клиенты", header);
            for (List<String> row : rows) {
                writer.row(row.stream().map(Cell::text).toList());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return out.toByteArray();
    }

    /** The beginning of a workbook that Excel has encrypted with a password: a compound file ([MS-CFB]) of two streams. */
    public static byte[] protectedWorkbook() {
        ByteBuffer file = ByteBuffer.allocate(3 * 512).order(ByteOrder.LITTLE_ENDIAN);
        file.putLong(0, 0xE11AB1A1E011CFD0L);
        file.putShort(24, (short) 0x3E).putShort(26, (short) 3).putShort(28, (short) 0xFFFE);
        file.putShort(30, (short) 9).putShort(32, (short) 6);
        file.putInt(44, 1).putInt(48, 1).putInt(56, 4096).putInt(60, -2).putInt(68, -2);
        for (int sector = 1; sector < 109; sector++) {
            file.putInt(76 + sector * 4, -1);
        }
        file.putInt(512, -3).putInt(516, -2);
        List<String> names = List.of("Root Entry", "EncryptionInfo", "EncryptedPackage");
        for (int entry = 0; entry < names.size(); entry++) {
            byte[] name = names.get(entry).getBytes(StandardCharsets.UTF_16LE);
            int at = 1024 + entry * 128;
            file.put(at, name).putShort(at + 64, (short) (name.length + 2)).put(at + 66, (byte) (entry == 0 ? 5 : 2));
        }
        return file.array();
    }
}

package io.vestnik.platform.contacts;

import io.vestnik.platform.contacts.Contacts.Load;
import io.vestnik.platform.contacts.Contacts.LoadResult;
import io.vestnik.platform.files.FileId;
import io.vestnik.platform.files.Files;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.JobEnds;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.atomic.AtomicLong;
import org.springframework.stereotype.Component;
import tools.jackson.databind.json.JsonMapper;

/** Accounts that no other test has, and tables loaded into them. */
@Component
public class ContactFixtures {
    private static final AtomicLong accounts = new AtomicLong(7_000_000);

    private final Contacts contacts;
    private final Files files;
    private final JobEnds ends;
    private final JsonMapper json;

    ContactFixtures(Contacts contacts, Files files, JobEnds ends, JsonMapper json) {
        this.contacts = contacts;
        this.files = files;
        this.ends = ends;
        this.json = json;
    }

    public AccountId account() {
        return new AccountId(accounts.incrementAndGet());
    }

    public FileId file(AccountId account, String name, byte[] content) {
        try {
            return files.save(
                            account, new Files.Upload(name, "text/csv", Duration.ofDays(1)), out -> out.write(content))
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
                .members(account, List.of(contacts.groupNamed(account, group).id()), null, 10_000)
                .stream()
                .map(person -> person.phone() + " " + person.fields().getOrDefault("name", "-"))
                .toList();
    }
}

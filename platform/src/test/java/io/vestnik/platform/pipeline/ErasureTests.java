package io.vestnik.platform.pipeline;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.vestnik.platform.accounts.Audit;
import io.vestnik.platform.accounts.Who;
import io.vestnik.platform.campaigns.CampaignState;
import io.vestnik.platform.campaigns.Campaigns;
import io.vestnik.platform.campaigns.domain.ExportJob;
import io.vestnik.platform.channels.DeliveryReport.Status;
import io.vestnik.platform.channels.Outgoing;
import io.vestnik.platform.contacts.Consents;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Erasures;
import io.vestnik.platform.contacts.StopScope;
import io.vestnik.platform.contacts.StopSource;
import io.vestnik.platform.contacts.Stops;
import io.vestnik.platform.contacts.domain.Dossier;
import io.vestnik.platform.jobs.Job;
import io.vestnik.platform.jobs.Jobs;
import io.vestnik.platform.kernel.CampaignId;
import io.vestnik.platform.kernel.MessageId;
import io.vestnik.platform.kernel.MessageState;
import io.vestnik.platform.kernel.Money;
import io.vestnik.platform.kernel.TrafficType;
import io.vestnik.platform.kernel.Way;
import io.vestnik.platform.store.StoreSettings;
import io.vestnik.platform.webhooks.Hears;
import io.vestnik.platform.webhooks.Webhooks;
import io.vestnik.sms.Body;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;
import java.util.zip.GZIPOutputStream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import java.util.zip.ZipInputStream;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.context.TestPropertySource;

/**
 * One of a thousand people is erased who were loaded from a file, written to, delivered to with callbacks and exported. Then every
 * table of every schema and every file of the data folder is searched for the digits.
 */
@TestPropertySource(properties = "vestnik.erasing.rest=1s")
class ErasureTests extends PathScene {
    private static final Hears EVERYTHING = new Hears(Hears.States.EVERY, true, true, true, null);
    private static final String PERSON = "79167770421";
    private static final Who MARKETER = new Who(CLIENT, null, null, "Мария", Set.of());

    @Autowired
    ContactFixtures fixtures;

    @Autowired
    Contacts contacts;

    @Autowired
    Campaigns campaigns;

    @Autowired
    Consents consents;

    @Autowired
    Erasures erasures;

    @Autowired
    Dossier dossier;

    @Autowired
    Stops stops;

    @Autowired
    Webhooks webhooks;

    @Autowired
    Jobs jobs;

    @Autowired
    Audit audit;

    @Autowired
    StoreSettings settings;

    @Test
    void leavesNothingOfOnePersonAndEverythingOfTheOthers() throws IOException {
        billing.topUp(OPERATOR, CLIENT, Money.of("20000"), "test");
        billing.topUp(OPERATOR, PathTestBeans.PARTNER, Money.of("20000"), "test");
        CampaignId campaign = thousandPeopleAreWrittenTo();
        somethingOfThemLiesEverywhere(campaign);
        MessageId queued = queued(PERSON);
        MessageId others = queued("79167779999");
        assertThat(told()).contains("Имя421", "message", "consent", "campaign", "group");
        assertThat(traces()).as("the search finds what there is").isNotEmpty();

        Erasures.Erasure begun = erasures.begin(MARKETER, List.of(PERSON), true);
        await().until(() -> erasures.find(CLIENT, begun.id()).orElseThrow().finishedAt() != null);

        assertThat(traces()).isEmpty();
        Erasures.Erasure record = erasures.find(CLIENT, begun.id()).orElseThrow();
        assertThat(record.people()).isEqualTo(1);
        assertThat(record.rows().get("contacts.people")).isPositive();
        assertThat(record.rows().get("pipeline.messages")).isPositive();
        assertThat(record.rows().get("files.files")).isPositive();
        assertThat(record.rows().get("pipeline.archives")).isEqualTo(1);
        assertThat(stateOf(queued)).isEqualTo(MessageState.CANCELLED);
        assertThat(stateOf(others)).isEqualTo(MessageState.QUEUED);
        network.open(true);
        finish(List.of(others), Status.DELIVERED);
        theOthersAreAllThere(campaign);
        whoWasErasedIsNotWrittenToAgain();
        assertThat(billing.check().faults()).isEmpty();
        assertThat(told()).doesNotContain("Имя421");
    }

    private CampaignId thousandPeopleAreWrittenTo() {
        List<String> rows = new ArrayList<>(List.of("Телефон;Имя"));
        IntStream.range(0, 1_000).forEach(i -> rows.add("8 (916) 777-0%d-%02d;Имя%d".formatted(i / 100, i % 100, i)));
        fixtures.load(CLIENT, "Тысяча", rows.toArray(String[]::new));
        CampaignId id = ((Campaigns.Saved.Kept) campaigns.save(
                        MARKETER,
                        null,
                        0,
                        new Campaigns.Draft(
                                "Скидка",
                                "VESTNIK",
                                "[Имя], скидка 20%",
                                List.of(contacts.groupNamed(CLIENT, "Тысяча").id()),
                                List.of("8 916 777-04-21", "+7 916 777-00-01"),
                                Duration.ofHours(12))))
                .id();
        campaigns.preview(MARKETER, id);
        Campaigns.Preview preview = await().until(() -> campaigns.previewed(CLIENT, id), Optional::isPresent)
                .orElseThrow();
        assertThat(preview.recipients()).isEqualTo(1_000);
        assertThat(campaigns.confirm(MARKETER, id, preview.number()))
                .isInstanceOf(Campaigns.Confirmation.Started.class);
        await().until(() -> count("pipeline.message WHERE campaign = " + id + " AND state = 7") == 1_000);
        for (Outgoing message : network.seen) {
            network.deliver(network.report(upstreamOf(message.id()), message.recipient(), Status.DELIVERED));
        }
        await().until(() -> campaigns.find(CLIENT, id).orElseThrow().state() == CampaignState.FINISHED);
        return id;
    }

    private void somethingOfThemLiesEverywhere(CampaignId campaign) throws IOException {
        webhooks.create(MARKETER, new Webhooks.Draft("https://example.invalid/callback", EVERYTHING, 1));
        MessageId told = send(PERSON, "Код для " + PERSON);
        finish(List.of(told), Status.DELIVERED);
        await().until(() -> count("webhooks.waiting WHERE recipient = '" + PERSON + "'")
                        + count("webhooks.told WHERE recipient = '" + PERSON + "'")
                > 0);
        consents.note(
                MARKETER,
                List.of(new Consents.Consent(
                        PERSON, "sms", true, Instant.EPOCH, "shop.example", "Согласен", "10.0.0.1")));
        stops.add(MARKETER, List.of(PERSON), new Stops.Entry(new StopScope.Sender("OTHER"), StopSource.HAND, "просил"));
        audit.record(MARKETER, "test", "contact " + PERSON, Map.of("note", PERSON));
        var job = jobs.start(
                CLIENT,
                ExportJob.NAME,
                "{\"campaign\":" + campaign + ",\"format\":\"xlsx\",\"name\":\"" + PERSON + "\",\"total\":1000}");
        await().until(() -> jobs.find(CLIENT, job).orElseThrow().state() == Job.State.DONE);
        fixtures.file(CLIENT, "utf16.txt", "+7 (916) 777-04-21".getBytes(StandardCharsets.UTF_16LE));
        fixtures.file(CLIENT, "others.csv", "79167770001".getBytes(StandardCharsets.UTF_8));
        Path archive = Files.createDirectories(settings.data().toAbsolutePath().resolve("archive"));
        try (var out = new GZIPOutputStream(Files.newOutputStream(archive.resolve("message_20250106.csv.gz")))) {
            out.write(("id,account,recipient,body,reference,callback\n"
                            + "1,3,%s,\"Привет,\n%s\",,\n".formatted(PERSON, PERSON)
                            + "2,3,79167770001,\"И вам, \"\"друг\"\"\",ref,\n")
                    .getBytes(StandardCharsets.UTF_8));
        }
    }

    private MessageId queued(String phone) {
        network.open(false);
        NewMessage message = new NewMessage(
                CLIENT,
                null,
                Way.API,
                TrafficType.SERVICE,
                "VESTNIK",
                phone,
                Body.text("Ждёт"),
                Duration.ofHours(1),
                new Feedback("order-" + phone, "https://example.invalid/" + phone, 0),
                null);
        return accepted(pipeline.accept(List.of(message)).join()).getFirst();
    }

    private String told() throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        dossier.write(CLIENT, PERSON, out);
        StringBuilder all = new StringBuilder();
        try (ZipInputStream zip = new ZipInputStream(new ByteArrayInputStream(out.toByteArray()))) {
            for (ZipEntry entry = zip.getNextEntry(); entry != null; entry = zip.getNextEntry()) {
                all.append(new String(zip.readAllBytes(), StandardCharsets.UTF_8));
            }
        }
        return all.toString();
    }

    private void theOthersAreAllThere(CampaignId campaign) throws IOException {
        assertThat(count("contacts.contact WHERE account = 3 AND phone LIKE '7916777%'"))
                .isEqualTo(999);
        assertThat(contacts.groupNamed(CLIENT, "Тысяча").contacts()).isEqualTo(999);
        assertThat(count("pipeline.message WHERE campaign = " + campaign + " AND recipient LIKE '7916777%'"))
                .isEqualTo(999);
        assertThat(count("campaigns.recipient WHERE campaign = " + campaign)).isEqualTo(999);
        assertThat(campaigns.find(CLIENT, campaign).orElseThrow().counts())
                .as("what was sent is counted on")
                .isEqualTo(Map.of(MessageState.DELIVERED, 1_000L));
        assertThat(campaigns
                        .find(CLIENT, campaign)
                        .orElseThrow()
                        .draft()
                        .audience()
                        .phones())
                .containsExactly("+7 916 777-00-01");
        assertThat(count("files.file WHERE account = 3 AND name = 'others.csv'"))
                .isEqualTo(1);
        try (InputStream in = new GZIPInputStream(
                Files.newInputStream(settings.data().toAbsolutePath().resolve("archive/message_20250106.csv.gz")))) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .isEqualTo("id,account,recipient,body,reference,callback\n1,3,,,,\n"
                            + "2,3,79167770001,\"И вам, \"\"друг\"\"\",ref,\n");
        }
    }

    private void whoWasErasedIsNotWrittenToAgain() {
        assertThat(pipeline.accept(List.of(message(PERSON, "Снова"))).join())
                .containsExactly(new Acceptance.Refused(Acceptance.Reason.STOPPED));
        assertThat(stops.remove(MARKETER, PERSON, null)).isTrue();
        assertThat(accepted(pipeline.accept(List.of(message("79167770002", "Другому")))
                        .join()))
                .hasSize(1);
    }

    private long count(String from) {
        return jdbc.sql("SELECT count(*) FROM " + from).query(Long.class).single();
    }

    /** Where the digits lie: tables, as text and within bytes, and files, also within archives. */
    private List<String> traces() throws IOException {
        List<String> traces = new ArrayList<>();
        List<String> tables = jdbc.sql("""
                        SELECT format('%I.%I', n.nspname, c.relname) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
                         WHERE c.relkind = 'r' AND n.nspname NOT IN ('pg_catalog', 'information_schema')""").query((row, _) -> row.getString(1)).list();
        assertThat(tables).hasSizeGreaterThan(50);
        String hex = PERSON.chars().mapToObj(Integer::toHexString).reduce("", String::concat);
        for (String table : tables) {
            if (count(table + " t WHERE t::text LIKE '%" + PERSON + "%' OR t::text LIKE '%" + hex + "%'") > 0) {
                traces.add(table);
            }
        }
        for (String folder : List.of("files", "archive")) {
            try (Stream<Path> files =
                    Files.walk(settings.data().toAbsolutePath().resolve(folder))) {
                for (Path file : files.filter(Files::isRegularFile).toList()) {
                    if (digits(file).contains("9167770421")) {
                        traces.add(file.toString());
                    }
                }
            }
        }
        return traces;
    }

    private static String digits(Path file) throws IOException {
        byte[] content = Files.readAllBytes(file);
        if (content.length > 2 && content[0] == 'P' && content[1] == 'K') {
            StringBuilder digits = new StringBuilder();
            try (ZipFile zip = new ZipFile(file.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    digits.append(digits(zip.getInputStream(entry).readAllBytes()))
                            .append('\n');
                }
            }
            return digits.toString();
        }
        if (content.length > 2 && content[0] == 0x1F && content[1] == (byte) 0x8B) {
            try (InputStream in = new GZIPInputStream(new ByteArrayInputStream(content))) {
                return digits(in.readAllBytes());
            }
        }
        return digits(content);
    }

    private static String digits(byte[] content) {
        StringBuilder digits = new StringBuilder();
        for (byte b : content) {
            if (b >= '0' && b <= '9') {
                digits.append((char) b);
            } else if (b == '\n' || b == ';' || b == ',' || b == '<') {
                digits.append('\n');
            }
        }
        return digits.toString();
    }
}

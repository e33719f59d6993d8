package io.vestnik.platform.contacts.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.security.test.web.servlet.request.SecurityMockMvcRequestPostProcessors.csrf;

import io.vestnik.platform.WebTest;
import io.vestnik.platform.accounts.SignIns;
import io.vestnik.platform.contacts.ContactFixtures;
import io.vestnik.platform.contacts.Contacts;
import io.vestnik.platform.contacts.Group;
import io.vestnik.platform.jobs.JobId;
import io.vestnik.platform.kernel.AccountId;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.assertj.MockMvcTester;

@WebTest
class QuickPagesTests {
    private final MockMvcTester mvc;
    private final ApplicationContext context;
    private final ContactFixtures fixtures;
    private final Contacts contacts;

    @Autowired
    QuickPagesTests(MockMvcTester mvc, ApplicationContext context, ContactFixtures fixtures, Contacts contacts) {
        this.mvc = mvc;
        this.context = context;
        this.fixtures = fixtures;
        this.contacts = contacts;
    }

    @Test
    void findsPhonesInAnyTextShowsWhatItDidNotUnderstandAndAddsThem() {
        String page = found(
                "Звоните: 8 (916) 300-00-01 Анна, +7 916 300 00 02; 89163000001 ещё раз, а 8916300000 не дописан");
        assertThat(mvc.get().uri(page).with(SignIns.as("client", context)))
                .hasStatusOk()
                .bodyText()
                .contains(
                        "Найдено 2 телефона",
                        "1 повтор не считается",
                        "8916300000",
                        "не дописан",
                        "Добавить 2 контакта");
        String job = redirect(
                mvc.post().uri(page).param("group", "Быстрые").with(csrf()).with(SignIns.as("client", context)));
        fixtures.end(client(), new JobId(Long.parseLong(job.replaceAll("\\D", ""))));
        assertThat(fixtures.people(client(), "Быстрые")).containsExactly("79163000001 -", "79163000002 -");
        assertThat(mvc.get().uri(job).with(SignIns.as("client", context)))
                .hasStatusOk()
                .bodyText()
                .contains("Открыть группу «Быстрые»", "Скачать эти строки");
        assertThat(mvc.get().uri("/contacts/loads").with(SignIns.as("client", context)))
                .hasStatusOk()
                .bodyText()
                .contains("Быстрое добавление.txt", "загружено", "Быстрые");
    }

    @Test
    void readsATextFileInWhateverEncodingAndAsksForAGroup() {
        byte[] text = "Телефон: 8-916-300-00-05, спросить Щукину".getBytes(Charset.forName("windows-1251"));
        String page = redirect(mvc.post()
                .uri("/contacts/quick/file")
                .multipart()
                .file(new MockMultipartFile("file", "письмо.txt", "text/plain", text))
                .with(csrf().asHeader())
                .with(SignIns.as("client", context)));
        assertThat(mvc.get().uri(page).with(SignIns.as("client", context)))
                .bodyText()
                .contains("Найден 1 телефон");
        assertThat(mvc.post().uri(page).param("group", " ").with(csrf()).with(SignIns.as("client", context)))
                .hasStatus(422)
                .bodyText()
                .contains("Назовите группу");
        assertThat(contacts.groups(client())).extracting(Group::name).doesNotContain(" ");
        assertThat(mvc.get().uri(page).with(SignIns.as("partner", context))).hasStatus(403);
    }

    @Test
    void findsTheNumbersOfAContactListWithHoles() {
        String list = """
                Имя;Телефон;Город
                Анна;8 916 300-00-11;Тверь
                Борис;;Омск
                ;;
                ;+7 (916) 300-00-12;
                Вера;нет телефона;
                """;
        String page = redirect(mvc.post()
                .uri("/contacts/quick/file")
                .multipart()
                .file(new MockMultipartFile("file", "клиенты.csv", "text/csv", list.getBytes(StandardCharsets.UTF_8)))
                .with(csrf().asHeader())
                .with(SignIns.as("client", context)));
        assertThat(mvc.get().uri(page).with(SignIns.as("client", context)))
                .bodyText()
                .contains("Найдено 2 телефона", "Добавить 2 контакта");
    }

    @Test
    void saysThatThereIsNothingToAdd() {
        assertThat(mvc.post()
                        .uri("/contacts/quick")
                        .param("text", " ")
                        .with(csrf())
                        .with(SignIns.as("client", context)))
                .hasStatus(422)
                .bodyText()
                .contains("Вставьте текст или выберите файл");
        assertThat(mvc.get().uri(found("ни одного номера")).with(SignIns.as("client", context)))
                .hasStatusOk()
                .bodyText()
                .contains("Телефонов в тексте не нашлось")
                .doesNotContain("name=\"group\"");
    }

    private String found(String text) {
        return redirect(mvc.post()
                .uri("/contacts/quick")
                .param("text", text)
                .with(csrf())
                .with(SignIns.as("client", context)));
    }

    private static String redirect(MockMvcTester.MockMvcRequestBuilder request) {
        var response = request.exchange().getResponse();
        return Objects.requireNonNull(response.getRedirectedUrl(), () -> "No redirect but " + response.getStatus());
    }

    private static String redirect(MockMvcTester.MockMultipartMvcRequestBuilder request) {
        var response = request.exchange().getResponse();
        return Objects.requireNonNull(response.getRedirectedUrl(), () -> "No redirect but " + response.getStatus());
    }

    private AccountId client() {
        return SignIns.who("client", context).account();
    }
}
